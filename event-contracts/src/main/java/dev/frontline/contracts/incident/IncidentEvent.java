package dev.frontline.contracts.incident;

import dev.frontline.contracts.Required;
import java.time.Instant;

/** The events of {@code incidents.events}, keyed by incident id. */
public sealed interface IncidentEvent {

  String incidentId();

  String brand();

  Instant at();

  /**
   * A rise is being watched; {@code cause} names the signal, {@code why} says what rose in
   * sentences.
   */
  record IncidentWatched(String incidentId, String brand, Instant at, String cause, String why)
      implements IncidentEvent {
    public IncidentWatched {
      Required.text("incidentId", incidentId);
      Required.text("brand", brand);
      Required.value("at", at);
    }
  }

  /** It passed the alarm's bar; {@code score} from 0 to 1. */
  record IncidentAlerted(
      String incidentId, String brand, Instant at, String cause, String why, double score)
      implements IncidentEvent {
    public IncidentAlerted {
      Required.text("incidentId", incidentId);
      Required.text("brand", brand);
      Required.value("at", at);
    }
  }

  /** A person saw the alarm. */
  record IncidentAcknowledged(String incidentId, String brand, Instant at, String by)
      implements IncidentEvent {
    public IncidentAcknowledged {
      Required.text("incidentId", incidentId);
      Required.text("brand", brand);
      Required.value("at", at);
    }
  }

  /** A person says that it is one. */
  record IncidentConfirmed(String incidentId, String brand, Instant at, String by)
      implements IncidentEvent {
    public IncidentConfirmed {
      Required.text("incidentId", incidentId);
      Required.text("brand", brand);
      Required.value("at", at);
    }
  }

  /** A holding statement may be used. */
  record StatementApproved(String incidentId, String brand, Instant at, String by, String text)
      implements IncidentEvent {
    public StatementApproved {
      Required.text("incidentId", incidentId);
      Required.text("brand", brand);
      Required.value("at", at);
    }
  }

  /** The matter is in hand. */
  record IncidentHandled(String incidentId, String brand, Instant at, String by)
      implements IncidentEvent {
    public IncidentHandled {
      Required.text("incidentId", incidentId);
      Required.text("brand", brand);
      Required.value("at", at);
    }
  }

  /** It is over. */
  record IncidentClosed(String incidentId, String brand, Instant at, String by)
      implements IncidentEvent {
    public IncidentClosed {
      Required.text("incidentId", incidentId);
      Required.text("brand", brand);
      Required.value("at", at);
    }
  }

  /** It was none. */
  record IncidentDismissed(String incidentId, String brand, Instant at, String by, String reason)
      implements IncidentEvent {
    public IncidentDismissed {
      Required.text("incidentId", incidentId);
      Required.text("brand", brand);
      Required.value("at", at);
    }
  }
}
