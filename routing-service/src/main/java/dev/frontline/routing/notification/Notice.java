package dev.frontline.routing.notification;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are to be told, once.
 *
 * @param id what makes it one: the id of the event that caused it. The same id told again, after a
 *     crash for example, is the same notice
 * @param about id of the incident or case: notices about the same thing are one thread where a sink
 *     knows threads
 * @param department whose channels and people get it, null for nobody's
 * @param people ids of persons who get it besides
 * @param brand which it concerns, null where none
 * @param title one line; plain text, escaped by each sink for its format
 * @param lines what stands below, plain text; may quote posts
 * @param link path on the dashboard that shows more, such as {@code /cases/c-1}, null for none
 * @param at when it happened
 */
public record Notice(
    String id,
    String about,
    NoticeKind kind,
    @Nullable String department,
    List<String> people,
    @Nullable String brand,
    String title,
    List<String> lines,
    @Nullable String link,
    Urgency urgency,
    Instant at) {

  public Notice {
    Required.text("id", id);
    Required.text("about", about);
    Required.value("kind", kind);
    Required.text("title", title);
    Required.value("urgency", urgency);
    Required.value("at", at);
    people = Lists.copy(people);
    lines = Lists.copy(lines);
    if (link != null && !link.startsWith("/")) {
      throw new IllegalArgumentException("link must be a path that starts with /, not " + link);
    }
  }

  private static final String GONE = "About a post that is gone";

  /** The same without any word of the posts that it quoted. */
  Notice redacted() {
    return new Notice(
        id, about, kind, department, people, brand, GONE, List.of(), link, urgency, at);
  }

  /** Whether its words are gone. */
  public boolean isRedacted() {
    return title.equals(GONE);
  }
}
