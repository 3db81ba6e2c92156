package dev.frontline.contracts.incident;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an incident stands. */
public enum IncidentStatus {
  /** Noticed; nobody is called. */
  @JsonProperty("watching")
  WATCHING,
  /** People are called. */
  @JsonProperty("alerted")
  ALERTED,
  /** A person says that it is one. */
  @JsonProperty("confirmed")
  CONFIRMED,
  /** The matter is in hand. */
  @JsonProperty("handled")
  HANDLED,
  /** It is over. */
  @JsonProperty("closed")
  CLOSED,
  /** It was none. */
  @JsonProperty("dismissed")
  DISMISSED;

  /** Whether nothing more becomes of it. */
  public boolean ended() {
    return this == CLOSED || this == DISMISSED;
  }
}
