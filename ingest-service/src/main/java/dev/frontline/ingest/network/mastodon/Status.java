package dev.frontline.ingest.network.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.ingest.fetch.PlainText;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A status as the interface tells it: {@code docs.joinmastodon.org/entities/Status}. */
final class Status {

  private static final Set<String> PUBLIC = Set.of("public", "unlisted");

  private Status() {}

  /** Puts it on the page; what is not public is passed over, what says too little is unreadable. */
  static void put(Opened opened, JsonNode status, Page.Builder page) {
    String uri = Nodes.text(status, "/uri");
    String id = Nodes.text(status, "/id");
    Optional<Instant> at = Nodes.time(status, "/created_at");
    if (uri == null || id == null || at.isEmpty() || Nodes.text(status, "/account/id") == null) {
      page.unreadable(status.toString(), "a status without id, uri, account or time");
      return;
    }
    if (!PUBLIC.contains(Nodes.textOr(status, "/visibility", "public"))) {
      return;
    }
    page.alias(alias(opened, id), "mastodon:" + uri);
    page.post(new Post.Created(content(opened, status, uri, at.get())));
  }

  /** The version that was made last, where it was ever edited. */
  static Optional<Post> edited(Opened opened, JsonNode status) {
    String uri = Nodes.text(status, "/uri");
    Optional<Instant> at = Nodes.time(status, "/created_at");
    Optional<Instant> changed = Nodes.time(status, "/edited_at");
    return uri == null || at.isEmpty()
        ? Optional.empty()
        : changed.map(time -> new Post.Updated(content(opened, status, uri, at.get()), time));
  }

  /** By which the server's own id of a status is remembered. */
  static String alias(Opened opened, String localId) {
    return opened.id() + "/" + localId;
  }

  /** Ids grow with time; they are compared as numbers. Other servers have other ids. */
  static boolean isAfter(String id, String other) {
    try {
      return new BigInteger(id).compareTo(new BigInteger(other)) > 0;
    } catch (NumberFormatException e) {
      return id.compareTo(other) > 0;
    }
  }

  private static Post.Content content(
      Opened opened, JsonNode status, String uri, Instant createdAt) {
    String spoiler = Nodes.textOr(status, "/spoiler_text", "");
    String text = PlainText.of(Nodes.text(status, "/content"));
    Draft draft =
        new Draft("mastodon", uri)
            .author(author(opened, status.path("account")))
            .text((spoiler + "\n" + text).strip())
            .lang(Nodes.text(status, "/language"))
            .createdAt(createdAt, opened.now())
            .editedAt(Nodes.time(status, "/edited_at").orElse(null))
            .url(Nodes.textOr(status, "/url", uri))
            .inReplyTo(parent(opened, status))
            .repostOf(Nodes.text(status, "/reblog/uri"))
            .engagement(
                new Engagement(
                    Nodes.count(status, "/favourites_count"),
                    Nodes.count(status, "/reblogs_count"),
                    Nodes.count(status, "/replies_count"),
                    0,
                    0,
                    null,
                    null));
    for (JsonNode media : status.path("media_attachments")) {
      draft.media(
          Nodes.textOr(media, "/type", "unknown"),
          Nodes.textOr(media, "/url", ""),
          Nodes.text(media, "/description"));
    }
    return draft.content();
  }

  /** The parent's uri where it was heard through this server; else its id here. */
  private static @Nullable String parent(Opened opened, JsonNode status) {
    String local = Nodes.text(status, "/in_reply_to_id");
    if (local == null) {
      return null;
    }
    return opened
        .memory()
        .aliased(alias(opened, local))
        .map(id -> id.substring("mastodon:".length()))
        .orElse(opened.at("", "").getHost() + "/" + local);
  }

  /** One of the company's own accounts wrote it. */
  static boolean isOurs(Opened opened, JsonNode status) {
    Author author = author(opened, status.path("account"));
    return opened.company().brands().stream()
        .flatMap(brand -> brand.accounts().stream())
        .anyMatch(
            own ->
                own.equals("mastodon:" + author.id()) || own.equals("mastodon:" + author.handle()));
  }

  private static Author author(Opened opened, JsonNode account) {
    String acct = Nodes.textOr(account, "/acct", "");
    String handle =
        acct.isEmpty() || acct.contains("@") ? acct : acct + "@" + opened.at("", "").getHost();
    String url = Nodes.text(account, "/url");
    String name = Nodes.textOr(account, "/display_name", "");
    return new Author(
        url == null ? handle : url,
        handle.isEmpty() ? null : handle,
        name.isEmpty() ? null : name,
        Nodes.countOrNull(account, "/followers_count"),
        url,
        Nodes.text(account, "/avatar"));
  }
}
