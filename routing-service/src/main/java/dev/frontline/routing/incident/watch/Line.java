package dev.frontline.routing.incident.watch;

import dev.frontline.routing.incident.SpikeDetector;
import dev.frontline.routing.incident.SpikeSettings;
import dev.frontline.routing.incident.Watched;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/** One signal of a brand, watched minute by minute, and what an hour of it brings. */
final class Line {

  /** Four weeks of memory. */
  private static final double HOUR_STEP = 1.0 / (28 * 24);

  /** No hour teaches more than so many times the usual: a crisis is not usual. */
  private static final double CLIP = 3;

  /** What an hour of the busy part of the day has, of a mean one. */
  private static final double BUSY = 1.5;

  /** From so many posts an hour on the shape of the day is known. */
  private static final double SEASONED = 1;

  /** Minutes after which a mean hour is known, which is learned in small steps at first. */
  private static final long SETTLED = 10 * 24 * 60;

  private final SpikeDetector minutes =
      new SpikeDetector(SpikeSettings.DEFAULT, Duration.ofMinutes(1));
  private double thisHour;
  private double lastHour;
  private double hourBefore;
  private double perHour;
  private long hoursLearned;
  private long upTo;
  private long known;

  /**
   * @param before the minute before its first
   */
  Line(long before) {
    upTo = before;
  }

  /** A line of a signal that did not occur for so many minutes in which the brand was watched. */
  static Line silent(long before, long minutes) {
    Line line = new Line(before - minutes);
    for (long minute = before - minutes + 1; minute <= before; minute++) {
      line.next(minute, 0);
    }
    return line;
  }

  /** A line as it was written. */
  static Line of(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    Line line = new Line(in.readLong());
    line.known = in.readLong();
    line.thisHour = in.readDouble();
    line.lastHour = in.readDouble();
    line.hourBefore = in.readDouble();
    line.perHour = in.readDouble();
    line.hoursLearned = in.readLong();
    line.minutes.read(in);
    return line;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(6_000);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(upTo);
      out.writeLong(known);
      out.writeDouble(thisHour);
      out.writeDouble(lastHour);
      out.writeDouble(hourBefore);
      out.writeDouble(perHour);
      out.writeLong(hoursLearned);
      minutes.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The last minute that it knows. */
  long upTo() {
    return upTo;
  }

  /** How many minutes it has seen. */
  long known() {
    return known;
  }

  /** What the minute made of it. */
  Watched next(long minute, double count) {
    upTo = minute;
    known++;
    thisHour += count;
    if ((minute + 1) % 60 == 0) {
      endHour();
    }
    return minutes.next(Instant.ofEpochSecond(minute * 60), count);
  }

  private void endHour() {
    hoursLearned++;
    perHour +=
        Math.max(HOUR_STEP, 1.0 / hoursLearned)
            * (Math.min(hourBefore, Math.max(1, CLIP * perHour)) - perHour);
    hourBefore = lastHour;
    lastHour = thisHour;
    thisHour = 0;
  }

  /** Posts of a minute that is over. */
  void late(long minute, double count) {
    minutes.late(Instant.ofEpochSecond(minute * 60), (int) (upTo - minute), count);
    if (minute / 60 == (upTo + 1) / 60) {
      thisHour += count;
    }
  }

  /** Whether enough was seen for an alarm. */
  boolean warm() {
    return minutes.warm();
  }

  /**
   * What a busy hour about that minute brings: of what is too rare to know its hours, any one.
   *
   * @param rhythm how many times a mean hour's posts the brand has at that time
   */
  double perHour(long minute, double rhythm) {
    double busy = BUSY * perHour;
    if (busy < SEASONED) {
      return busy;
    }
    return known < SETTLED ? BUSY * 60 * usual(minute) : busy * rhythm;
  }

  /** How many times a mean minute's posts that one usually brings. */
  double rhythm(long minute) {
    return minutes.rhythm(Instant.ofEpochSecond(minute * 60));
  }

  /** What that minute usually brings. */
  double usual(long minute) {
    return minutes.usual(Instant.ofEpochSecond(minute * 60));
  }
}
