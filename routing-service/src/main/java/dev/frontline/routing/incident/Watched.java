package dev.frontline.routing.incident;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the detector made of one moment.
 *
 * @param usual posts that the span usually brings
 * @param counted posts that it brought
 * @param span over which both are summed: the one that stood out most
 * @param surprise 1 is just ordinary, the settings' threshold is an alarm; 0 during the warm-up
 * @param alarm whether an alarm begins here
 */
public record Watched(
    double usual, double counted, @Nullable Duration span, double surprise, boolean alarm) {}
