package dev.frontline.contracts.model;

import dev.frontline.contracts.Required;
import java.time.Instant;

/** The events of {@code models.events}, keyed by model id. */
public sealed interface ModelEvent {

  String modelId();

  Instant at();

  /** A model version judges from now on. */
  record ModelActivated(String modelId, Instant at, String by, String reason)
      implements ModelEvent {
    public ModelActivated {
      Required.text("modelId", modelId);
      Required.value("at", at);
    }
  }
}
