package dev.frontline.routing.incident.watch;

/**
 * A signal that stands out.
 *
 * @param strength from 1 on it is an alarm by its statistics
 * @param counted posts of the span
 * @param usual posts that it usually brings
 * @param minutes how long the span is
 */
record Finding(String signal, double strength, double counted, double usual, long minutes) {}
