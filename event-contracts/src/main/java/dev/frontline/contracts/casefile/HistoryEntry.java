package dev.frontline.contracts.casefile;

import dev.frontline.contracts.Required;
import java.time.Instant;

/**
 * One line of a case's history.
 *
 * @param by id of the person, or {@code system}
 * @param what the event's short name, such as {@code opened}, {@code taken}, {@code transferred}
 * @param text the line in words
 */
public record HistoryEntry(Instant at, String by, String what, String text) {

  public HistoryEntry {
    Required.value("history.at", at);
    Required.text("history.by", by);
    Required.text("history.what", what);
    Required.value("history.text", text);
  }
}
