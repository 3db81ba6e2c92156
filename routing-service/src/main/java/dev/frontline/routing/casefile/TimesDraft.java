package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseTimes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The moments of a case while its next version is being written. */
final class TimesDraft {

  private final CaseTimes was;
  @Nullable Instant assignedAt;
  @Nullable Instant takenAt;
  @Nullable Instant firstResponseAt;
  Instant lastPostAt;
  @Nullable Instant resolvedAt;
  @Nullable Instant reopenedAt;
  long handledMillis;

  TimesDraft(CaseTimes was) {
    this.was = was;
    assignedAt = was.assignedAt();
    takenAt = was.takenAt();
    firstResponseAt = was.firstResponseAt();
    lastPostAt = was.lastPostAt();
    resolvedAt = was.resolvedAt();
    reopenedAt = was.reopenedAt();
    handledMillis = was.handledMillis();
  }

  void assigned(Instant at) {
    assignedAt = assignedAt == null ? at : assignedAt;
  }

  void taken(Instant at) {
    takenAt = takenAt == null ? at : takenAt;
    assigned(at);
  }

  void posted(Instant at) {
    lastPostAt = at.isAfter(lastPostAt) ? at : lastPostAt;
  }

  CaseTimes times() {
    return new CaseTimes(
        was.acceptedAt(),
        was.openedAt(),
        assignedAt,
        takenAt,
        firstResponseAt,
        lastPostAt,
        resolvedAt,
        reopenedAt,
        handledMillis);
  }
}
