package dev.frontline.classify.rows;

import java.time.Instant;

/**
 * What is known of one label of one post.
 *
 * @param weight 1 where a person said so; less where they only left it standing
 * @param by the person's id
 */
public record Say(boolean holds, double weight, String by, Instant at) {

  /** The weight of a person's word. */
  public static final double WORD = 1;

  /** A label that somebody saw on a post they handled, and left. */
  public static final double LEFT_STANDING = 0.3;

  /** A label that was not on a post they handled, and that they did not add. */
  public static final double LEFT_OFF = 0.1;

  /** Whether a person said so in as many words. */
  public boolean isWord() {
    return weight == WORD;
  }
}
