package dev.frontline.routing.incident.watch;

import dev.frontline.routing.incident.ShareDetector;
import dev.frontline.routing.incident.Watched;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Which share of a brand's posts is against it, watched minute by minute. */
final class ShareLine {

  /** It differs by its hash from every signal's turn to be written. */
  private static final int TURN = 37;

  private final ShareDetector detector = new ShareDetector();
  private long upTo;

  /**
   * @param before the minute before its first
   */
  ShareLine(long before) {
    upTo = before;
  }

  long upTo() {
    return upTo;
  }

  /** What the minute made of it. */
  Watched next(long minute, double against, double all) {
    upTo = minute;
    return detector.next(against, all);
  }

  /** Whether it is to be written with this minute. */
  static boolean isDue(long minute) {
    return Math.floorMod(minute, 60L) == TURN;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(5_500);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(upTo);
      detector.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static ShareLine of(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    ShareLine line = new ShareLine(in.readLong());
    line.detector.read(in);
    return line;
  }
}
