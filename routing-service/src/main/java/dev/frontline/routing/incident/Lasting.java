package dev.frontline.routing.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Sees what is small and stays: a cumulative sum of log likelihood ratios (Page 1954) of "a fifth
 * more than usual" against "as usual", over counts of six hours. How far these stray from the usual
 * is learned, so that a brand that has better and worse days by itself needs longer; so is how much
 * of one six hours' straying comes back in the next, for only what is new of it is evidence (as of
 * an autoregression of the first order). Fixed size.
 */
final class Lasting {

  private static final int BLOCK_HOURS = 6;

  /** Half of the shift that is looked for, as a logarithm. */
  private static final double HALF_SHIFT = 0.1;

  /** No six hours say more than this: a crisis of an afternoon does not last. */
  private static final double CLIP = 0.4;

  /** Nor more than so many times what six hours ordinarily stray. */
  private static final double CLIP_STRAYS = 2;

  /** The sum at which it is an alarm. */
  private static final double ENOUGH = 7.5;

  /** However long it goes on, it is soon over afterwards. */
  private static final double MOST = 1.5 * ENOUGH;

  /** Below so many expected posts six hours say nothing. */
  private static final double FEWEST = 20;

  private static final int SHAPES_KNOWN = 7 * 24 / BLOCK_HOURS;
  private static final int WARM_UP = 14 * 24 / BLOCK_HOURS;
  private static final double MEMORY = 28 * 24.0 / BLOCK_HOURS;
  private static final double LEAST_VARIANCE = 0.03 * 0.03;
  private static final double STRAYS_AT_MOST = 9;

  /** What comes back is known slowly: a few weeks look alike by chance. */
  private static final double PERSISTENCE_MEMORY = 3 * MEMORY;

  private static final double MOST_PERSISTENT = 0.7;

  /** Where counts hardly stray, what comes back is an error of the usual, not the brand's way. */
  private static final double PERSISTENCE_PRIOR = 0.01;

  private static final Duration LEVEL_MEMORY = Duration.ofDays(21);
  private static final Duration HOUR_MEMORY = Duration.ofHours(5);
  private static final Duration WEEKDAY_MEMORY = Duration.ofDays(2);
  private static final double TAUGHT_AT_MOST = 2;

  private final Usual usual =
      new Usual(LEVEL_MEMORY, HOUR_MEMORY, WEEKDAY_MEMORY, TAUGHT_AT_MOST, 3600);
  private int hours;
  private int blocks;
  private double counted;
  private double expected;
  private double variance = 0.04;
  private double before;
  private double together;
  private double squares;
  private double sum;
  private double countedSince;
  private double expectedSince;
  private int hoursSince;

  /**
   * Takes the next whole hour in.
   *
   * @param hour its first moment
   * @param threshold what a surprise must reach for an alarm
   */
  Watched next(Instant hour, double count, double threshold) {
    expected += usual.at(hour, count);
    counted += count;
    usual.learn(hour, count);
    if (++hours < BLOCK_HOURS) {
      return new Watched(expected, counted, null, 0, false);
    }
    blocks++;
    close();
    hours = 0;
    counted = 0;
    expected = 0;
    Duration since = sum > 0 ? Duration.ofHours(hoursSince) : null;
    return new Watched(expectedSince, countedSince, since, threshold * sum / ENOUGH, false);
  }

  private void close() {
    if (expected < FEWEST) {
      sum = 0;
      before = 0;
    } else {
      double strays = Math.max(Math.max(variance, LEAST_VARIANCE), 1 / expected);
      double most = Math.max(CLIP, CLIP_STRAYS * Math.sqrt(strays));
      // The mean of a logarithm lies below the logarithm of the mean.
      double off = Math.log((counted + 0.5) / (expected + 0.5)) + variance / 2;
      off = Math.max(-most, Math.min(most, off));
      double persistent = persistent();
      if (blocks > WARM_UP) {
        double shift = 2 * HALF_SHIFT * (1 - persistent);
        double fresh = off - persistent * before;
        double left = strays * (1 - persistent * persistent);
        sum = Math.max(0, Math.min(MOST, sum + (fresh - shift / 2) * shift / left));
      }
      if (blocks > SHAPES_KNOWN && sum < ENOUGH) {
        learn(off, STRAYS_AT_MOST * strays);
      }
      before = off;
    }
    if (sum == 0) {
      countedSince = 0;
      expectedSince = 0;
      hoursSince = 0;
    } else {
      countedSince += counted;
      expectedSince += expected;
      hoursSince += BLOCK_HOURS;
    }
  }

  /** The part of one six hours' straying that comes back in the next. */
  private double persistent() {
    return Math.max(0, Math.min(MOST_PERSISTENT, together / (squares + PERSISTENCE_PRIOR)));
  }

  private void learn(double off, double most) {
    double square = Math.min(off * off, most);
    int learned = blocks - SHAPES_KNOWN;
    variance += Math.max(1 / MEMORY, 1.0 / learned) * (square - variance);
    double step = Math.max(1 / PERSISTENCE_MEMORY, 1.0 / (learned + 20));
    together += step * (Math.max(-most, Math.min(most, off * before)) - together);
    squares += step * (square - squares);
  }

  /** Posts of the hours that are not judged yet came late. */
  void late(Instant time, double count) {
    counted += hours > 0 ? count : 0;
    usual.learnLate(time, count);
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(hours);
    out.writeInt(blocks);
    out.writeDouble(counted);
    out.writeDouble(expected);
    out.writeDouble(variance);
    out.writeDouble(before);
    out.writeDouble(together);
    out.writeDouble(squares);
    out.writeDouble(sum);
    out.writeDouble(countedSince);
    out.writeDouble(expectedSince);
    out.writeInt(hoursSince);
    usual.write(out);
  }

  /**
   * @param persistence whether what comes back was written, too
   */
  void read(DataInput in, boolean persistence) throws IOException {
    hours = in.readByte();
    blocks = in.readInt();
    counted = in.readDouble();
    expected = in.readDouble();
    variance = in.readDouble();
    if (persistence) {
      before = in.readDouble();
      together = in.readDouble();
      squares = in.readDouble();
    }
    sum = in.readDouble();
    countedSince = in.readDouble();
    expectedSince = in.readDouble();
    hoursSince = in.readInt();
    usual.read(in);
  }
}
