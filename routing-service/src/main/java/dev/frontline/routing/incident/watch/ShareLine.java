package dev.frontline.routing.incident.watch;

import dev.frontline.routing.incident.ShareDetector;
import dev.frontline.routing.incident.Watched;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

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

  void next(long minute, double against, double all) {
    upTo = minute;
    detector.next(against, all);
  }

  /** What stands out as of the minute. */
  Optional<Finding> judge(long minute, double against, double all, double bar) {
    upTo = minute;
    Watched watched = detector.next(against, all);
    double strength = watched.surprise() / bar;
    return strength >= Bars.WATCH && watched.span() != null
        ? Optional.of(
            new Finding(
                Heard.SHARE_AGAINST,
                strength,
                watched.counted(),
                watched.usual(),
                watched.span().toMinutes()))
        : Optional.empty();
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
