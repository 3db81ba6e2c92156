package dev.frontline.ingest.parked;

import java.time.Instant;

/**
 * Something that could not be read.
 *
 * @param id the same for the same bytes from the same source
 * @param raw as it came, empty after 30 days; data, never to be trusted or run
 */
public record ParkedPost(String id, String source, String raw, String reason, Instant at) {}
