package dev.frontline.contracts.mention;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One public post that Frontline heard.
 *
 * @param id {@code network:} + the native id that is the same wherever the post is seen
 * @param text plain text, markup stripped
 * @param lang BCP-47, or null where the network does not say
 * @param createdAt the network's time of posting
 * @param fetchedAt when Frontline accepted it
 * @param acceptedAt from when the clock runs: {@code fetchedAt} for what is heard live, {@code
 *     createdAt} for back-fill
 * @param inReplyTo mention id of the post it answers
 * @param threadRoot mention id of the thread's first post
 * @param conversationId what orders and groups it: thread root, else the parent's known
 *     conversation, else its own id; fixed at first sight
 * @param source id of the configured source that brought it
 * @param matched every listening query it met; the source's own brand where it met none
 * @param repostOf mention id of the post it repeats by reference
 * @param reach people it may have reached: followers, or views where known
 * @param networkVersion grows with each edit; a reader drops what is at or below the one it holds
 * @param own written by one of the company's own connected accounts
 * @param mayScore whether the source's terms allow automatic judging
 * @param mayTrain whether the source's terms allow learning from it
 * @param history looked back: counted and searchable, but no clock and no alarm
 */
public record Mention(
    String id,
    String network,
    Author author,
    String text,
    @Nullable String lang,
    Instant createdAt,
    Instant fetchedAt,
    Instant acceptedAt,
    @Nullable Instant editedAt,
    @Nullable String url,
    @Nullable String inReplyTo,
    @Nullable String threadRoot,
    List<Media> media,
    Engagement engagement,
    PostState state,
    String conversationId,
    String source,
    List<Match> matched,
    @Nullable String repostOf,
    long reach,
    long networkVersion,
    boolean own,
    boolean mayScore,
    boolean mayTrain,
    boolean history) {

  public Mention {
    Required.text("id", id);
    Required.text("network", network);
    Required.value("author", author);
    Required.value("text", text);
    Required.value("createdAt", createdAt);
    Required.value("fetchedAt", fetchedAt);
    Required.text("conversationId", conversationId);
    Required.text("source", source);
    if (!id.startsWith(network + ":")) {
      throw new IllegalArgumentException("id must start with its network: '" + network + ":'");
    }
    acceptedAt = acceptedAt == null ? fetchedAt : acceptedAt;
    media = Lists.copy(media);
    engagement = engagement == null ? Engagement.NONE : engagement;
    state = state == null ? PostState.LIVE : state;
    matched = Lists.copy(matched);
  }

  /** The id's short form for paths and pages, see {@link MentionKey}. */
  public String key() {
    return MentionKey.of(id);
  }

  /** The same post, heard for these. */
  public Mention matching(List<Match> others) {
    return new Mention(
        id,
        network,
        author,
        text,
        lang,
        createdAt,
        fetchedAt,
        acceptedAt,
        editedAt,
        url,
        inReplyTo,
        threadRoot,
        media,
        engagement,
        state,
        conversationId,
        source,
        others,
        repostOf,
        reach,
        networkVersion,
        own,
        mayScore,
        mayTrain,
        history);
  }

  /** Names of the brands whose queries it met, in order, each once. */
  public List<String> brands() {
    return matched.stream()
        .filter(m -> m.kind() == Match.Kind.BRAND)
        .map(Match::name)
        .distinct()
        .toList();
  }
}
