package dev.frontline.ingest.network.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import java.time.Instant;
import java.util.Optional;

/** What people write on GitHub: issues, discussions and comments are told with the same words. */
final class Written {

  private Written() {}

  /** Empty where it says too little. */
  static Optional<Draft> draft(JsonNode item, Instant now) {
    String id = Nodes.text(item, "/node_id");
    String login = Nodes.text(item, "/user/login");
    Optional<Instant> at = Nodes.time(item, "/created_at");
    if (id == null || login == null || at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Draft("github", id)
            .author(
                new Author(
                    Nodes.textOr(item, "/user/id", login),
                    login,
                    null,
                    null,
                    "https://github.com/" + login,
                    null))
            .text(
                (Nodes.textOr(item, "/title", "") + "\n" + Nodes.textOr(item, "/body", "")).strip())
            .createdAt(at.get(), now)
            .url(Nodes.text(item, "/html_url"))
            .engagement(
                new Engagement(
                    Nodes.count(item, "/reactions/total_count"),
                    0,
                    Nodes.count(item, "/comments"),
                    0,
                    0,
                    null,
                    null)));
  }
}
