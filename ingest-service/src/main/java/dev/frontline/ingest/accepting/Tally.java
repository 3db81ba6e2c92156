package dev.frontline.ingest.accepting;

/**
 * What became of a batch.
 *
 * @param dropped edits and deletes of unheard posts, and posts that nobody listens for
 */
public record Tally(int accepted, int duplicates, int dropped) {}
