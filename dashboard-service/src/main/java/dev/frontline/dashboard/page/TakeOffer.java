package dev.frontline.dashboard.page;

import dev.frontline.contracts.casefile.CaseState;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The button by which a case becomes the viewer's own.
 *
 * @param text what it says
 * @param path the last part of the address that it posts to
 */
public record TakeOffer(String text, String path) {

  /** The path of taking a case from whoever works on it. */
  static final String OVER = "take-over";

  /**
   * What routing would let the viewer do; it checks again when the button is pressed.
   *
   * @param members who may own a case of its department
   * @return null where there is nothing to take, or it is not theirs to take
   */
  static @Nullable TakeOffer of(CaseState c, String viewer, Collection<String> members) {
    boolean mine = viewer.equals(c.assignee());
    TakeOffer free = new TakeOffer(mine || c.assignee() == null ? "Take" : "Take over", "take");
    return switch (c.status()) {
      case QUEUED -> free;
      case ANSWERED -> mine ? null : free;
      case TAKEN -> mine || !members.contains(viewer) ? null : new TakeOffer("Take over", OVER);
      case RESOLVED -> null;
    };
  }
}
