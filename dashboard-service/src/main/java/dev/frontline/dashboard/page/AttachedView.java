package dev.frontline.dashboard.page;

import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;

/**
 * A case of an incident.
 *
 * @param said the beginning of what its author wrote last; empty where the reader may not read it
 */
public record AttachedView(CaseState c, String said) {

  private static final int LONGEST = 160;

  static AttachedView of(CaseState c, boolean mayRead) {
    if (!mayRead || c.mentions().isEmpty()) {
      return new AttachedView(c, "");
    }
    CaseMention first = c.mentions().get(0);
    String text = first.withdrawn() ? "" : first.mention().text();
    return new AttachedView(
        c, text.length() <= LONGEST ? text : text.substring(0, LONGEST).stripTrailing() + "…");
  }
}
