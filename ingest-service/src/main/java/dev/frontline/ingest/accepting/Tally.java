package dev.frontline.ingest.accepting;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param dropped edits and deletes of unheard posts, and posts that nobody listens for
 * @param unfit posts on which deciding failed, in their order; their sender's body is to be parked
 */
public record Tally(int accepted, int duplicates, int dropped, List<Unfit> unfit) {

  public Tally {
    unfit = List.copyOf(unfit);
  }

  /** One where every post could be decided. */
  public Tally(int accepted, int duplicates, int dropped) {
    this(accepted, duplicates, dropped, List.of());
  }

  /**
   * A post that nobody foresaw.
   *
   * @param index where it stood in the batch
   */
  public record Unfit(int index, String reason) {}
}
