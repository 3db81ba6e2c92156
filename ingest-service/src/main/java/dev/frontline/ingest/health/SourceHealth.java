package dev.frontline.ingest.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source does.
 *
 * @param state {@code listening}, {@code silent}, {@code failing} or {@code waiting} for a first
 *     post
 * @param canReply whether answers can be posted through it
 */
public record SourceHealth(
    String id,
    String kind,
    String state,
    @Nullable Instant lastPostAt,
    long posts,
    long dropped,
    @Nullable String lastError,
    boolean canReply) {}
