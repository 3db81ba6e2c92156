package dev.frontline.ingest.network.bluesky;

import dev.frontline.contracts.mention.MentionKey;
import java.time.Instant;

/**
 * A record key as atproto wants it (atproto.com/specs/tid): 53 bits of microseconds and 10 of the
 * maker's own, in 13 sortable characters. The same reply always gets the same one.
 */
final class Tid {

  private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";
  private static final int CHARACTERS = 13;
  private static final int BITS = 5;
  private static final int OWN_BITS = 10;

  private Tid() {}

  /**
   * @param at when the reply was asked for; two in one microsecond differ by their ids
   */
  static String of(String replyId, Instant at) {
    int hash = MentionKey.hash(replyId).hashCode();
    long micros =
        (at.getEpochSecond() * 1_000_000 + at.getNano() / 1000 % 1_000_000) & ((1L << 53) - 1);
    // Requests are stamped in milliseconds: the microseconds below them are free to tell them
    // apart.
    micros = micros - micros % 1000 + Math.floorMod(hash >>> OWN_BITS, 1000);
    long value = micros << OWN_BITS | hash & ((1 << OWN_BITS) - 1);
    StringBuilder out = new StringBuilder();
    for (int i = CHARACTERS - 1; i >= 0; i--) {
      out.append(ALPHABET.charAt((int) (value >>> i * BITS & 31)));
    }
    return out.toString();
  }
}
