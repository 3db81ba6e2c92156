package dev.frontline.dashboard.readmodel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service could not handle.
 *
 * @param id group, topic, partition and offset it came from
 * @param type the event's name on the wire, null where the header was missing
 * @param excerpt the first 500 characters of the value
 */
public record DeadLetter(
    String id,
    String group,
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    @Nullable String type,
    String reason,
    Instant at,
    String excerpt) {}
