package dev.frontline.ingest.source;

import java.time.Instant;

/** Posts between two moments may be missing, and why. */
public record Gap(Instant from, Instant to, String reason) {}
