package dev.frontline.contracts.incident;

import dev.frontline.contracts.Required;

/** The events of {@code incidents.detected}, keyed by incident id. */
public sealed interface DetectionEvent {

  /** What is known of a rise by now: sent when it begins, grows and ends. */
  record RiseDetected(Rise rise) implements DetectionEvent {
    public RiseDetected {
      Required.value("rise", rise);
    }
  }
}
