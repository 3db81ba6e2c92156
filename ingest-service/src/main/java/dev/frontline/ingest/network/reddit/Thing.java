package dev.frontline.ingest.network.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A post ({@code t3}) or comment ({@code t1}) as Reddit writes it. */
final class Thing {

  private static final String SITE = "https://www.reddit.com";
  private static final Set<String> GONE = Set.of("[deleted]", "[removed]");

  private Thing() {}

  /** Puts it on the page; nothing where it was taken down. */
  static void put(Opened opened, JsonNode child, Page.Builder page) {
    JsonNode data = child.path("data");
    if (isGone(data)) {
      return;
    }
    String name = Nodes.text(data, "/name");
    String author = Nodes.text(data, "/author");
    Optional<Instant> at = Nodes.epoch(data, "/created_utc");
    if (name == null || !name.matches("t[13]_\\w{1,20}") || author == null || at.isEmpty()) {
      page.unreadable(child.toString(), "a thing without name, author or time");
      return;
    }
    boolean comment = name.startsWith("t1_");
    String words =
        comment
            ? Nodes.textOr(data, "/body", "")
            : (Nodes.textOr(data, "/title", "") + "\n" + Nodes.textOr(data, "/selftext", ""));
    Draft draft =
        new Draft("reddit", name)
            .author(
                new Author(
                    Nodes.textOr(data, "/author_fullname", author),
                    author,
                    null,
                    null,
                    SITE + "/user/" + author,
                    null))
            .text(words.strip())
            .createdAt(at.get(), opened.now())
            .editedAt(Nodes.epoch(data, "/edited").orElse(null))
            .url(SITE + Nodes.textOr(data, "/permalink", "/" + name))
            .inReplyTo(comment ? Nodes.text(data, "/parent_id") : null)
            .threadRoot(comment ? Nodes.text(data, "/link_id") : null)
            .engagement(
                new Engagement(
                    0,
                    0,
                    Nodes.count(data, "/num_comments"),
                    0,
                    0,
                    Nodes.countOrNull(data, "/score"),
                    null));
    if (!comment && !data.path("is_self").asBoolean(true)) {
      draft.media("link", Nodes.textOr(data, "/url", ""), null);
    }
    page.post(draft.created());
  }

  /** Its author or a moderator took it down. */
  static boolean isGone(JsonNode data) {
    return GONE.contains(Nodes.textOr(data, "/author", ""))
        || GONE.contains(Nodes.textOr(data, "/body", ""))
        || GONE.contains(Nodes.textOr(data, "/selftext", ""))
        || data.path("removed_by_category").isTextual();
  }
}
