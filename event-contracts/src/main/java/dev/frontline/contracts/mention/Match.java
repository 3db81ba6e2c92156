package dev.frontline.contracts.mention;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.frontline.contracts.Required;
import org.jspecify.annotations.Nullable;

/**
 * One listening query that a post met.
 *
 * @param name what the query stands for: the brand's, rival's, topic's or campaign's name
 * @param trial true where the query or the source is only tried out: the post is counted, and opens
 *     no case by this match; absent otherwise
 */
public record Match(String queryId, Kind kind, String name, @Nullable Boolean trial) {

  public Match {
    Required.text("matched.queryId", queryId);
    Required.value("matched.kind", kind);
    Required.text("matched.name", name);
    trial = Boolean.TRUE.equals(trial) ? trial : null;
  }

  /** A match that counts for good. */
  public Match(String queryId, Kind kind, String name) {
    this(queryId, kind, name, null);
  }

  /** Whether it is only tried out. */
  public boolean onTrial() {
    return trial != null;
  }

  /** The same match, tried out or not. */
  public Match tried(boolean out) {
    return new Match(queryId, kind, name, out);
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
