package dev.frontline.contracts.incident;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a rise is to the company. */
public enum IncidentKind {
  /** May do harm. */
  @JsonProperty("crisis")
  CRISIS,
  /** Led by praise or humour: a chance that passes. */
  @JsonProperty("opportunity")
  OPPORTUNITY
}
