package dev.frontline.dashboard.inbox;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.classification.Theme;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A case's line in a list: what is shown, filtered and searched without reading the whole case.
 *
 * @param excerpt the author's latest post, at most 240 characters
 * @param words all of the author's posts, folded for search, at most 1,000 characters
 * @param labels that hold on any of its posts, in the order people see them
 * @param posts how many posts its author wrote
 * @param themes what any of its posts is about
 */
public record CaseGlance(
    String id,
    long version,
    String brand,
    String network,
    String author,
    String excerpt,
    String words,
    CaseStatus status,
    String department,
    Priority priority,
    @Nullable String assignee,
    @Nullable Instant dueAt,
    @Nullable String dueWhy,
    boolean breached,
    @Nullable String lang,
    List<String> labels,
    int posts,
    int folded,
    long reach,
    String rule,
    Instant openedAt,
    Instant lastPostAt,
    @Nullable Instant resolvedAt,
    boolean opportunity,
    boolean quiet,
    @Nullable String suggestion,
    List<String> themes) {

  private static final int EXCERPT = 240;
  private static final int WORDS = 1000;

  public CaseGlance {
    labels = Lists.copy(labels);
    themes = Lists.copy(themes);
  }

  public static CaseGlance of(CaseState state) {
    List<CaseMention> theirs = state.mentions().stream().filter(m -> !m.mention().own()).toList();
    String latest = theirs.isEmpty() ? "" : theirs.get(theirs.size() - 1).mention().text();
    String all =
        state.author().shownName()
            + " "
            + state.author().handle()
            + " "
            + state.brand()
            + " "
            + theirs.stream().map(m -> m.mention().text()).collect(Collectors.joining(" "));
    return new CaseGlance(
        state.id(),
        state.version(),
        state.brand(),
        state.network(),
        state.author().shownName(),
        cut(latest, EXCERPT),
        Folded.text(cut(all, WORDS)),
        state.status(),
        state.department(),
        state.priority(),
        state.assignee(),
        state.due() == null ? null : state.due().at(),
        state.due() == null ? null : state.due().why(),
        state.breached(),
        state.lang(),
        Labels.ALL.stream()
            .filter(label -> theirs.stream().anyMatch(m -> m.classification().has(label)))
            .toList(),
        theirs.size(),
        state.folded(),
        state.reach(),
        state.route().rule(),
        state.times().openedAt(),
        state.times().lastPostAt(),
        state.times().resolvedAt(),
        state.opportunity(),
        state.quiet(),
        state.suggestion() == null ? null : state.suggestion().department(),
        theirs.stream()
            .flatMap(m -> m.classification().themes().stream())
            .map(Theme::name)
            .distinct()
            .toList());
  }

  public boolean open() {
    return status != CaseStatus.RESOLVED;
  }

  /** Whether its deadline has passed with no answer, noticed by routing or not yet. */
  public boolean late(Instant now) {
    return waits() && (breached || (dueAt != null && dueAt.isBefore(now)));
  }

  /** Whether its author still waits for us. */
  public boolean waits() {
    return status == CaseStatus.QUEUED || status == CaseStatus.TAKEN;
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }
}
