package dev.frontline.dashboard.inbox;

import dev.frontline.contracts.casefile.CaseStatus;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The lines of all cases in memory, so that a list never scans the store. Every instance holds all
 * that are open and those resolved within seven days; a version at or below the one held is
 * ignored. Older ones are read from the store by id.
 */
@ApplicationScoped
public class CaseIndex {

  /** Most pressing first: waiting before answered before resolved, then by deadline, then new. */
  static final Comparator<CaseGlance> MOST_PRESSING =
      Comparator.comparingInt(CaseIndex::rank)
          .thenComparing(CaseGlance::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(CaseGlance::lastPostAt, Comparator.reverseOrder())
          .thenComparing(CaseGlance::id);

  /** How long a resolved case stays in lists. */
  public static final Duration RESOLVED_SHOWN = Duration.ofDays(7);

  private final Map<String, CaseGlance> cases = new ConcurrentHashMap<>();
  private final Clock clock;

  @Inject
  public CaseIndex(Clock clock) {
    this.clock = clock;
  }

  /**
   * One page of a list.
   *
   * @param total cases on all pages
   */
  public record Page(List<CaseGlance> items, int page, int size, int total) {
    public int pages() {
      return Math.max(1, (total + size - 1) / size);
    }
  }

  /** What a newer state did to the index: the line before, null for a new case. */
  public record Change(@Nullable CaseGlance before, CaseGlance after) {}

  /** Takes a line in; empty where the same or a newer one is held, or it is too old for lists. */
  public Optional<Change> accept(CaseGlance glance) {
    CaseGlance[] before = new CaseGlance[1];
    CaseGlance held =
        cases.compute(
            glance.id(),
            (id, old) -> {
              before[0] = old;
              if (old != null && old.version() >= glance.version()) {
                return old;
              }
              return isOld(glance) ? null : glance;
            });
    return held == glance ? Optional.of(new Change(before[0], glance)) : Optional.empty();
  }

  /**
   * Waits until the case's line is at least of that version, so that a list read after a command
   * shows what the command did.
   *
   * @return false where it did not come in time; the list will follow by itself
   */
  public boolean await(String id, long version, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < deadline) {
      CaseGlance held = cases.get(id);
      if (held != null && held.version() >= version) {
        return true;
      }
      LockSupport.parkNanos(5_000_000);
    }
    return false;
  }

  /** Lets go of what was resolved more than seven days ago. */
  @Scheduled(every = "1h")
  void forget() {
    cases.values().removeIf(this::isOld);
  }

  private boolean isOld(CaseGlance glance) {
    return glance.resolvedAt() != null
        && !glance.open()
        && glance.resolvedAt().plus(RESOLVED_SHOWN).isBefore(clock.instant());
  }

  public void remove(String id) {
    cases.remove(id);
  }

  public Optional<CaseGlance> find(String id) {
    return Optional.ofNullable(cases.get(id));
  }

  public Collection<CaseGlance> all() {
    return cases.values();
  }

  /**
   * @param page from 1
   * @param size lines a page
   */
  public Page page(CaseQuery query, int page, int size) {
    List<CaseGlance> found =
        cases.values().stream().filter(query.test()).sorted(MOST_PRESSING).toList();
    int from = (int) Math.min((long) (page - 1) * size, found.size());
    int to = Math.min(from + size, found.size());
    return new Page(found.subList(from, to), page, size, found.size());
  }

  public long count(CaseQuery query) {
    return cases.values().stream().filter(query.test()).count();
  }

  private static int rank(CaseGlance glance) {
    if (glance.waits()) {
      return 0;
    }
    return glance.status() == CaseStatus.ANSWERED ? 1 : 2;
  }
}
