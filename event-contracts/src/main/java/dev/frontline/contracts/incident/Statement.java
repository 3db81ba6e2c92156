package dev.frontline.contracts.incident;

import dev.frontline.contracts.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the company says until it knows more.
 *
 * @param draftedBy who wrote this wording
 * @param approvedBy null while it may not be used
 */
public record Statement(
    String text,
    String draftedBy,
    Instant draftedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt) {

  public Statement {
    Required.text("statement.text", text);
    Required.text("statement.draftedBy", draftedBy);
    Required.value("statement.draftedAt", draftedAt);
  }

  /** Whether it may be used in answers. */
  public boolean usable() {
    return approvedAt != null;
  }
}
