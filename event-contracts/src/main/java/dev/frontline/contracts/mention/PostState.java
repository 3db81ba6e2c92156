package dev.frontline.contracts.mention;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a post stands on its network. */
public enum PostState {
  @JsonProperty("live")
  LIVE,
  @JsonProperty("edited")
  EDITED,
  @JsonProperty("deleted")
  DELETED,
  @JsonProperty("hidden")
  HIDDEN
}
