package dev.frontline.contracts.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a case ended. */
public enum Outcome {
  @JsonProperty("solved")
  SOLVED,
  @JsonProperty("answered")
  ANSWERED,
  @JsonProperty("taken_private")
  TAKEN_PRIVATE,
  @JsonProperty("sold")
  SOLD,
  @JsonProperty("no_answer_needed")
  NO_ANSWER_NEEDED,
  @JsonProperty("could_not_help")
  COULD_NOT_HELP,
  @JsonProperty("wrongly_routed")
  WRONGLY_ROUTED
}
