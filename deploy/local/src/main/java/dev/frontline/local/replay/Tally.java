package dev.frontline.local.replay;

import java.util.List;

/**
 * What ingest said about the posts it was sent.
 *
 * @param refused the first of those that were parked, of this chunk alone
 */
record Tally(long accepted, long duplicates, long parked, List<Refused> refused) {

  static final Tally NONE = new Tally(0, 0, 0);

  Tally {
    refused = List.copyOf(refused);
  }

  Tally(long accepted, long duplicates, long parked) {
    this(accepted, duplicates, parked, List.of());
  }

  /**
   * A post that ingest cannot read.
   *
   * @param index where it stood in the chunk, from 0
   */
  record Refused(int index, String reason) {}

  Tally plus(Tally other) {
    return new Tally(
        accepted + other.accepted, duplicates + other.duplicates, parked + other.parked);
  }

  long all() {
    return accepted + duplicates + parked;
  }
}
