package dev.frontline.dashboard.readmodel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service could not handle.
 *
 * @param id group, topic, partition and offset it came from
 * @param ref the same as one word, for addresses
 * @param type the event's name on the wire, null where the header was missing
 * @param excerpt the first 500 characters of the value; empty once it is forgotten
 * @param state what became of it since
 * @param by who replayed or discarded it, null while it waits
 */
public record DeadLetter(
    String id,
    String ref,
    String group,
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    @Nullable String type,
    String reason,
    Instant at,
    String excerpt,
    State state,
    @Nullable String by) {

  /** What can become of a letter. */
  public enum State {
    /** Nobody has decided. */
    @JsonProperty("waiting")
    WAITING,
    /** It went back to where it came from. */
    @JsonProperty("replayed")
    REPLAYED,
    /** Somebody decided that it ends here. */
    @JsonProperty("discarded")
    DISCARDED
  }

  /** Whether somebody still has to decide. */
  public boolean waits() {
    return state == State.WAITING;
  }

  /** The same after a decision. */
  DeadLetter decided(State now, String who) {
    return new DeadLetter(
        id, ref, group, topic, partition, offset, key, type, reason, at, excerpt, now, who);
  }

  /** The same without anything that was said in it. */
  DeadLetter forgotten() {
    return new DeadLetter(
        id, ref, group, topic, partition, offset, key, type, reason, at, "", state, by);
  }
}
