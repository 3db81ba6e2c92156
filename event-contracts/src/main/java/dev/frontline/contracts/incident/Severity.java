package dev.frontline.contracts.incident;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How bad it looks, mildest first. */
public enum Severity {
  @JsonProperty("minor")
  MINOR,
  @JsonProperty("major")
  MAJOR,
  @JsonProperty("critical")
  CRITICAL
}
