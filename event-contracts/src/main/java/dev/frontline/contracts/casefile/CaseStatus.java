package dev.frontline.contracts.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a case stands. An assignee may be proposed while it is still queued. */
public enum CaseStatus {
  /** Waits for a person; whoever is named as assignee has not touched it yet. */
  @JsonProperty("queued")
  QUEUED,
  /** A person works on it. */
  @JsonProperty("taken")
  TAKEN,
  /** Answered; waits for the author. */
  @JsonProperty("answered")
  ANSWERED,
  @JsonProperty("resolved")
  RESOLVED
}
