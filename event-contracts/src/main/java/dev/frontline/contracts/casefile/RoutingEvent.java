package dev.frontline.contracts.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of {@code mentions.routed}, keyed by conversation id. */
public sealed interface RoutingEvent {

  String mentionId();

  String conversationId();

  long networkVersion();

  /** Where a mention ended: in exactly one of these. */
  enum Outcome {
    /** It opened a case. */
    @JsonProperty("opened")
    OPENED,
    /** It joined a case that was there. */
    @JsonProperty("joined")
    JOINED,
    /** It repeats a post that is there. */
    @JsonProperty("folded")
    FOLDED,
    /** It needs nobody; searchable, one click from a case. */
    @JsonProperty("filed")
    FILED,
    /** It is gone from its network. */
    @JsonProperty("withdrawn")
    WITHDRAWN
  }

  /**
   * Where a mention went and why; a later one for the same mention replaces the earlier. The first
   * of {@code caseIds} is the main case; there are several where a post meets several brands.
   */
  record MentionRouted(
      String mentionId,
      String conversationId,
      long networkVersion,
      Outcome outcome,
      List<String> caseIds,
      @Nullable String department,
      String rule,
      List<String> why,
      Instant routedAt)
      implements RoutingEvent {
    public MentionRouted {
      Required.text("mentionId", mentionId);
      Required.text("conversationId", conversationId);
      Required.value("outcome", outcome);
      caseIds = Lists.copy(caseIds);
      Required.text("rule", rule);
      why = Lists.copy(why);
      Required.value("routedAt", routedAt);
    }
  }
}
