package dev.frontline.ingest.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A connection to listen on.
 *
 * @param opening messages to send once it is open
 * @param idle after so long without a sign of life it counts as dead
 */
public record Line(
    URI address, Wire wire, Map<String, String> headers, List<String> opening, Duration idle) {

  /** How frames travel. */
  public enum Wire {
    /** Frames are text messages. */
    WEBSOCKET,
    /** Server-sent events: a frame is the {@code event:} and {@code data:} lines of one event. */
    EVENTS,
    /** A frame is a line of text; an empty one is a sign of life. */
    LINES
  }
}
