package dev.frontline.ingest.source;

/** What trying to post, without posting anything, showed. */
public enum Posting {
  /** It cannot be tried without posting. */
  UNTRIED,
  /** An answer would be taken. */
  WORKS,
  /** The source is not set up to post. */
  ABSENT
}
