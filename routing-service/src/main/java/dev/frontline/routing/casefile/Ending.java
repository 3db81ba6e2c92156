package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Outcome;
import java.time.Instant;

/** What is always true of a case that ends. */
final class Ending {

  private Ending() {}

  static void end(CaseDraft draft, Outcome outcome, Instant now) {
    draft.handsOff(now);
    draft.status = CaseStatus.RESOLVED;
    draft.outcome = outcome;
    draft.due = null;
    draft.suggestion = null;
    draft.times.resolvedAt = now;
  }
}
