package dev.frontline.ingest.network.hackernews;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.ingest.fetch.PlainText;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import java.time.Instant;
import java.util.Optional;

/** A hit of the search, as a post. */
final class Hit {

  private static final String SITE = "https://news.ycombinator.com/";

  private Hit() {}

  /** Empty where it does not say what it is. */
  static Optional<Post> post(JsonNode hit, Instant now) {
    String id = Nodes.text(hit, "/objectID");
    String author = Nodes.text(hit, "/author");
    Optional<Instant> at = Nodes.epoch(hit, "/created_at_i");
    if (id == null || author == null || at.isEmpty()) {
      return Optional.empty();
    }
    String title = Nodes.textOr(hit, "/title", "");
    String body =
        PlainText.of(Nodes.textOr(hit, "/comment_text", Nodes.textOr(hit, "/story_text", "")));
    String root = Nodes.text(hit, "/story_id");
    return Optional.of(
        new Draft("hackernews", id)
            .author(new Author(author, author, author, null, SITE + "user?id=" + author, null))
            .text((title + "\n" + body).strip())
            .createdAt(at.get(), now)
            .url(SITE + "item?id=" + id)
            .inReplyTo(Nodes.text(hit, "/parent_id"))
            .threadRoot(id.equals(root) ? null : root)
            .engagement(
                new Engagement(
                    0,
                    0,
                    Nodes.count(hit, "/num_comments"),
                    0,
                    0,
                    Nodes.countOrNull(hit, "/points"),
                    null))
            .created());
  }
}
