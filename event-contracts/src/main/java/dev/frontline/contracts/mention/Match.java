package dev.frontline.contracts.mention;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.frontline.contracts.Required;

/**
 * One listening query that a post met.
 *
 * @param name what the query stands for: the brand's, rival's, topic's or campaign's name
 */
public record Match(String queryId, Kind kind, String name) {

  public Match {
    Required.text("matched.queryId", queryId);
    Required.value("matched.kind", kind);
    Required.text("matched.name", name);
  }

  /** What a query is about. Only brands open cases by themselves. */
  public enum Kind {
    @JsonProperty("brand")
    BRAND,
    @JsonProperty("rival")
    RIVAL,
    @JsonProperty("topic")
    TOPIC,
    @JsonProperty("campaign")
    CAMPAIGN
  }
}
