package dev.frontline.classify.rows;

import dev.frontline.contracts.mention.Mention;

/** Which posts may be learned from at all. */
public final class Learnable {

  private Learnable() {}

  /** Not our own, and not where the source's terms forbid judging or learning. */
  public static boolean is(Mention mention) {
    return mention.mayTrain() && mention.mayScore() && !mention.own() && !mention.text().isBlank();
  }
}
