package dev.frontline.ingest.network.stackexchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.ingest.fetch.PlainText;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.time.Instant;
import java.util.Optional;

/** A question as Stack Exchange writes it; its licence (CC BY-SA) wants author and link shown. */
final class Question {

  private Question() {}

  /** Question ids are a site's own. */
  static String mentionId(Opened opened, JsonNode item) {
    return "stackexchange:" + Api.site(opened) + "/" + Nodes.textOr(item, "/question_id", "?");
  }

  static void put(Opened opened, JsonNode item, Page.Builder page) {
    String id = Nodes.text(item, "/question_id");
    Optional<Instant> at = Nodes.epoch(item, "/creation_date");
    if (id == null || at.isEmpty()) {
      page.unreadable(item.toString(), "a question without id or time");
      return;
    }
    // Who left the site has a name and nothing else.
    String name = PlainText.of(Nodes.textOr(item, "/owner/display_name", "somebody"));
    page.post(
        new Draft("stackexchange", Api.site(opened) + "/" + id)
            .author(
                new Author(
                    Nodes.textOr(item, "/owner/user_id", name),
                    null,
                    name,
                    null,
                    Nodes.text(item, "/owner/link"),
                    Nodes.text(item, "/owner/profile_image")))
            .text(
                (PlainText.of(Nodes.text(item, "/title"))
                        + "\n"
                        + PlainText.of(Nodes.text(item, "/body")))
                    .strip())
            .createdAt(at.get(), opened.now())
            .editedAt(Nodes.epoch(item, "/last_edit_date").orElse(null))
            .url(Nodes.text(item, "/link"))
            .engagement(
                new Engagement(
                    0,
                    0,
                    Nodes.count(item, "/answer_count"),
                    0,
                    Nodes.count(item, "/view_count"),
                    Nodes.countOrNull(item, "/score"),
                    null))
            .created());
  }
}
