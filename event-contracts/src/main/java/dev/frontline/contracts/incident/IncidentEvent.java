package dev.frontline.contracts.incident;

import dev.frontline.contracts.Required;
import java.time.Instant;

/**
 * The events of {@code incidents.events}, keyed by incident id. Each carries the whole new state.
 */
public sealed interface IncidentEvent {

  IncidentState state();

  /** When it happened. */
  Instant at();

  /** Id of the person who caused it, or {@code system}. */
  String by();

  /** A rise is being watched; nobody is called yet. */
  record IncidentWatched(IncidentState state, Instant at, String by) implements IncidentEvent {
    public IncidentWatched {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** It passed the alarm's bar, or a person opened it: people are called. */
  record IncidentAlerted(IncidentState state, Instant at, String by) implements IncidentEvent {
    public IncidentAlerted {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /**
   * Something about it became known or was noted.
   *
   * @param what the change's short name, such as {@code curve}, {@code cases}, {@code note} or
   *     {@code escalated}
   */
  record IncidentChanged(IncidentState state, Instant at, String by, String what)
      implements IncidentEvent {
    public IncidentChanged {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
      Required.text("what", what);
    }
  }

  /** A person saw the alarm. */
  record IncidentAcknowledged(IncidentState state, Instant at, String by) implements IncidentEvent {
    public IncidentAcknowledged {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** A person says that it is one. */
  record IncidentConfirmed(IncidentState state, Instant at, String by) implements IncidentEvent {
    public IncidentConfirmed {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** The holding statement may be used in answers. */
  record StatementApproved(IncidentState state, Instant at, String by) implements IncidentEvent {
    public StatementApproved {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** The matter is in hand. */
  record IncidentHandled(IncidentState state, Instant at, String by) implements IncidentEvent {
    public IncidentHandled {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** It is over. */
  record IncidentClosed(IncidentState state, Instant at, String by) implements IncidentEvent {
    public IncidentClosed {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }

  /** It was none. */
  record IncidentDismissed(IncidentState state, Instant at, String by) implements IncidentEvent {
    public IncidentDismissed {
      Required.value("state", state);
      Required.value("at", at);
      Required.text("by", by);
    }
  }
}
