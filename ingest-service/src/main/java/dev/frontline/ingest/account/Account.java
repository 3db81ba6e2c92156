package dev.frontline.ingest.account;

import dev.frontline.contracts.Lists;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account of the company on a network, as it is stored.
 *
 * @param id the source's id, {@code ~} and the network's own id of the account
 * @param source id of the configured source that is read, and answered, by it
 * @param handle by which people and replies name it
 * @param link its page, null where unknown
 * @param settings fields that are no secret, such as the handle
 * @param sealed its tokens, as {@link Sealing} writes them
 * @param scopes what it may do; empty where the network does not say
 * @param posts whether answers can be posted by it, as far as is known
 * @param renews whether its token is renewed without a person
 * @param expiresAt when a person has to connect it anew; null never, or not known
 * @param roles who may speak by it; empty for everybody who may answer
 * @param trouble what a person has to do; null where nothing
 */
record Account(
    String id,
    String source,
    String kind,
    String handle,
    @Nullable String name,
    @Nullable String link,
    Map<String, String> settings,
    String sealed,
    List<String> scopes,
    boolean posts,
    boolean renews,
    @Nullable Instant expiresAt,
    Instant connectedAt,
    String connectedBy,
    Instant checkedAt,
    List<String> roles,
    @Nullable String trouble) {

  Account {
    settings = Map.copyOf(settings);
    scopes = Lists.copy(scopes);
    roles = Lists.copy(roles);
  }

  /** Whether a reply or a person means it. */
  boolean isCalled(String word) {
    String bare = word.startsWith("@") ? word.substring(1) : word;
    return word.equals(id) || bare.equalsIgnoreCase(handle) || id.equals(source + "~" + word);
  }

  Account troubled(String words) {
    return new Account(
        id,
        source,
        kind,
        handle,
        name,
        link,
        settings,
        sealed,
        scopes,
        posts,
        renews,
        expiresAt,
        connectedAt,
        connectedBy,
        checkedAt,
        roles,
        words);
  }

  /** Without the sealed tokens: this may end up in a log. */
  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
