package dev.frontline.dashboard.live;

import dev.frontline.dashboard.inbox.CaseGlance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case changed.
 *
 * @param position {@code partition:offset} in {@code cases.events}
 * @param type the event's name on the wire, such as {@code case.opened.v1}
 * @param by id of the person who caused it, or {@code system}
 * @param before its line before, null where it was not known
 */
public record CaseChange(
    String position,
    String type,
    Instant at,
    String by,
    @Nullable CaseGlance before,
    CaseGlance after) {

  /** Whether it comes into the department with this change. */
  public boolean arrives() {
    return before == null
        || !before.department().equals(after.department())
        || (!before.open() && after.open());
  }
}
