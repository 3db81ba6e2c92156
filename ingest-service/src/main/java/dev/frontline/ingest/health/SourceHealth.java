package dev.frontline.ingest.health;

import dev.frontline.ingest.source.Gap;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source does.
 *
 * @param state {@code listening}, {@code silent}, {@code failing}, {@code needs attention}, {@code
 *     paused} or {@code waiting} for a first post
 * @param lagSeconds since it was read last; null where it is not read but told
 * @param perHour posts since the full hour
 * @param usualPerHour posts in this hour of the day, on the average of the last 14 days; null until
 *     there was one
 * @param quotaLeft requests that the network allows before its window ends; null where none are
 *     made
 * @param cost in US dollars since it was first listened to
 * @param costThisMonth in US dollars
 * @param spendCap US dollars that it may cost in a month; null where there is no cap
 * @param lastError why it cannot be read, in words; null where it can
 * @param warning what a person has to do within seven days, in words; null where nothing
 * @param canReply whether answers can be posted through it
 * @param readable whether it is read, and so can be paused and read again
 * @param gaps where posts may be missing, latest first
 */
public record SourceHealth(
    String id,
    String kind,
    String state,
    @Nullable Instant lastPostAt,
    @Nullable Long lagSeconds,
    long posts,
    long dropped,
    long perHour,
    @Nullable Double usualPerHour,
    @Nullable Long quotaLeft,
    double cost,
    double costThisMonth,
    @Nullable Double spendCap,
    @Nullable String lastError,
    @Nullable String warning,
    boolean canReply,
    boolean readable,
    boolean paused,
    List<Gap> gaps) {}
