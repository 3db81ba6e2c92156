package dev.frontline.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with what CloudEvents says about it.
 *
 * @param id the same again when the same event is sent again: what consumers drop duplicates by
 * @param source the service that sent it, as a path such as {@code /frontline/routing}
 * @param time when it happened
 * @param traceparent W3C trace context, null outside a trace
 */
public record Envelope<E>(
    String id, String source, Instant time, @Nullable String traceparent, E event) {

  public Envelope {
    Required.text("ce_id", id);
    Required.text("ce_source", source);
    Required.value("ce_time", time);
    Required.value("event", event);
  }

  /** An envelope in the trace of a conversation. */
  public static <E> Envelope<E> in(
      String conversationId, String id, String source, Instant time, E event) {
    return new Envelope<>(id, source, time, Trace.parent(conversationId, id), event);
  }

  /** An envelope outside a trace. */
  public static <E> Envelope<E> of(String id, String source, Instant time, E event) {
    return new Envelope<>(id, source, time, null, event);
  }
}
