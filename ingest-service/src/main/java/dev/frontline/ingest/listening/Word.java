package dev.frontline.ingest.listening;

/**
 * A word of a text.
 *
 * @param beside it stands at the same place as the word before: a hashtag and its word, a noun with
 *     and without its article
 */
record Word(String text, boolean beside) {}
