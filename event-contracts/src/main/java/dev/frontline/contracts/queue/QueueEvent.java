package dev.frontline.contracts.queue;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import dev.frontline.contracts.casefile.Priority;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of the {@code queues.<department>} topics, keyed by case id: what an outside desk or
 * CRM may consume.
 */
public sealed interface QueueEvent {

  String caseId();

  long version();

  String department();

  Instant at();

  /**
   * A case entered the department's queue. {@code labels} are the names that hold; {@code text} is
   * the post that opened it.
   */
  record CaseQueued(
      String caseId,
      long version,
      String department,
      Instant at,
      Priority priority,
      @Nullable Instant dueAt,
      @Nullable String assignee,
      String brand,
      String network,
      @Nullable String lang,
      String authorName,
      String text,
      @Nullable String url,
      List<String> labels,
      String rule)
      implements QueueEvent {
    public CaseQueued {
      Required.text("caseId", caseId);
      Required.text("department", department);
      Required.value("at", at);
      Required.value("priority", priority);
      labels = Lists.copy(labels);
    }
  }

  /** A person of the department works on it. */
  record CaseTaken(String caseId, long version, String department, Instant at, String by)
      implements QueueEvent {
    public CaseTaken {
      Required.text("caseId", caseId);
      Required.text("department", department);
      Required.value("at", at);
    }
  }

  /**
   * It left the queue: {@code reason} is {@code resolved}, {@code transferred}, {@code rerouted} or
   * {@code answered} (by an own account on the network itself, before anybody took it).
   */
  record CaseLeft(String caseId, long version, String department, Instant at, String reason)
      implements QueueEvent {
    public CaseLeft {
      Required.text("caseId", caseId);
      Required.text("department", department);
      Required.value("at", at);
    }
  }
}
