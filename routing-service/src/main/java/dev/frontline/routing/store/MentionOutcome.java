package dev.frontline.routing.store;

import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;

/**
 * Where a mention ended: the one place in which it is counted.
 *
 * @param event what was told about it
 * @param revision orders the judgements of one network version; 0 for the first
 * @param human a person said what it is: later judgements of a model do not count
 * @param author {@code network:author id}
 * @param reach people it reached, taken back from its case where it was folded and is withdrawn
 */
public record MentionOutcome(
    MentionRouted event, long revision, boolean human, String author, long reach) {

  public String id() {
    return event.mentionId();
  }

  public Outcome outcome() {
    return event.outcome();
  }

  /** Whether a judgement of that version and revision is known or older. */
  public boolean covers(long networkVersion, long otherRevision) {
    return event.networkVersion() > networkVersion
        || (event.networkVersion() == networkVersion && revision >= otherRevision);
  }

  /** The same mention, ended otherwise since. */
  public MentionOutcome as(
      Outcome outcome, String rule, List<String> why, long version, Instant at) {
    MentionRouted now =
        new MentionRouted(
            event.mentionId(),
            event.conversationId(),
            version,
            outcome,
            event.caseIds(),
            event.department(),
            rule,
            why,
            at);
    return new MentionOutcome(now, revision, human, author, reach);
  }

  Document document() {
    return new Document("_id", event.mentionId())
        .append("conversationId", event.conversationId())
        .append("networkVersion", event.networkVersion())
        .append("revision", revision)
        .append("outcome", word(event.outcome()))
        .append("caseIds", event.caseIds())
        .append("department", event.department())
        .append("rule", event.rule())
        .append("why", event.why())
        .append("routedAt", Date.from(event.routedAt()))
        .append("human", human)
        .append("author", author)
        .append("reach", reach);
  }

  static MentionOutcome from(Document d) {
    return new MentionOutcome(
        new MentionRouted(
            d.getString("_id"),
            d.getString("conversationId"),
            number(d, "networkVersion"),
            Outcome.valueOf(d.getString("outcome").toUpperCase(Locale.ROOT)),
            d.getList("caseIds", String.class, List.of()),
            d.getString("department"),
            d.getString("rule"),
            d.getList("why", String.class, List.of()),
            d.getDate("routedAt").toInstant()),
        number(d, "revision"),
        d.getBoolean("human", false),
        d.getString("author"),
        number(d, "reach"));
  }

  static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static long number(Document d, String field) {
    return ((Number) d.get(field)).longValue();
  }
}
