package dev.frontline.contracts.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How soon a case wants an answer, most pressing first. */
public enum Priority {
  @JsonProperty("urgent")
  URGENT,
  @JsonProperty("high")
  HIGH,
  @JsonProperty("normal")
  NORMAL,
  @JsonProperty("low")
  LOW
}
