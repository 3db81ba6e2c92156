package dev.frontline.ingest.lease;

/**
 * The right to do a thing for a while.
 *
 * @param fence grows whenever the thing changes hands: what was done under a smaller one is too
 *     late
 */
public record Lease(String thing, long fence) {}
