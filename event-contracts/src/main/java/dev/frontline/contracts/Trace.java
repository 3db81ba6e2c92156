package dev.frontline.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The W3C trace context ({@code traceparent}, version 00) that events carry. A conversation is one
 * trace: everything said in it and everything done about it, in every service. Both ids are made
 * from names that the events have anyway, so that nothing needs to be handed on or stored, and an
 * event that is sent again has the same.
 */
public final class Trace {

  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;

  // Nobody has recorded a span under these ids yet; whoever reads the event may decide to.
  private static final String NOT_SAMPLED = "00";

  private Trace() {}

  /**
   * The header's value.
   *
   * @param conversationId names the trace
   * @param eventId names the span
   * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
   */
  public static String parent(String conversationId, String eventId) {
    return "00-"
        + hex(conversationId, TRACE_BYTES)
        + "-"
        + hex(eventId, SPAN_BYTES)
        + "-"
        + NOT_SAMPLED;
  }

  private static String hex(String name, int bytes) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
