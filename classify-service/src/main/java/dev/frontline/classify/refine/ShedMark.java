package dev.frontline.classify.refine;

import java.nio.charset.StandardCharsets;

/** Tells records of shed posts without decoding them: nearly all others are passed over. */
final class ShedMark {

  private static final byte[] MARK = "\"shed\":true".getBytes(StandardCharsets.US_ASCII);

  private ShedMark() {}

  /** Whether the event may be about a shed post; a text that quotes the mark may be, too. */
  static boolean isIn(byte[] value) {
    for (int i = 0; i <= value.length - MARK.length; i++) {
      int matched = 0;
      while (matched < MARK.length && value[i + matched] == MARK[matched]) {
        matched++;
      }
      if (matched == MARK.length) {
        return true;
      }
    }
    return false;
  }
}
