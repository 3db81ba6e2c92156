package dev.frontline.contracts.incident;

import dev.frontline.contracts.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of the playbook.
 *
 * @param doneBy null while it is open
 */
public record ChecklistItem(String text, @Nullable String doneBy, @Nullable Instant doneAt) {

  public ChecklistItem {
    Required.text("checklist.text", text);
  }
}
