package dev.frontline.dashboard.inbox;

import dev.frontline.contracts.casefile.CaseStatus;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a list shows; null means any.
 *
 * @param visible departments whose cases the reader may see, null for all
 * @param state {@code open} or a {@link CaseStatus} in small letters
 * @param assignee a person's id, or {@code none}
 * @param q words that must all be in the author's name, the brand or the posts
 */
public record CaseQuery(
    @Nullable Set<String> visible,
    @Nullable String department,
    @Nullable String state,
    @Nullable String assignee,
    @Nullable String label,
    @Nullable String theme,
    @Nullable String network,
    @Nullable String q) {

  /** What {@code state} may be. */
  public static final List<String> STATES =
      List.of("open", "queued", "taken", "answered", "resolved");

  /** Every case of the departments. */
  public static CaseQuery of(@Nullable Set<String> visible) {
    return new CaseQuery(visible, null, null, null, null, null, null, null);
  }

  /** The test of one case, with the search's words folded once. */
  java.util.function.Predicate<CaseGlance> test() {
    List<String> words = q == null ? List.of() : Folded.words(q);
    return c ->
        (visible == null || visible.contains(c.department()))
            && (department == null || department.equals(c.department()))
            && (state == null || stateHolds(c))
            && (assignee == null
                || (assignee.equals("none") ? c.assignee() == null : assignee.equals(c.assignee())))
            && (label == null || c.labels().contains(label))
            && (theme == null || c.themes().contains(theme))
            && (network == null || network.equals(c.network()))
            && words.stream().allMatch(c.words()::contains);
  }

  private boolean stateHolds(CaseGlance c) {
    return "open".equals(state)
        ? c.open()
        : c.status().name().toLowerCase(Locale.ROOT).equals(state);
  }
}
