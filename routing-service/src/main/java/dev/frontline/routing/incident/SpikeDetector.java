package dev.frontline.routing.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches one series of counts, moment by moment, and says when an alarm begins. A moment is judged
 * by what came before it alone.
 *
 * <p>Counts are summed over a few spans, compared with what is usual at that hour and weekday on a
 * scale on which counts vary alike whatever their size, and set against how far this series
 * ordinarily strays. Fixed size. Not safe for use by several threads.
 */
public final class SpikeDetector {

  /** Fewer moments than these are no span. */
  private static final int FEWEST_MOMENTS = 3;

  /** Spans below this look more often at fewer posts, so they must stand out more. */
  private static final Duration SHORT = Duration.ofMinutes(15);

  private static final double SHORT_BAR = 1.15;

  private final SpikeSettings settings;
  private final long warmUp;
  private final long settling;
  private final long refreshEvery;
  private final Usual usual;
  private final List<Span> spans = new ArrayList<>();
  private long moments;
  private @Nullable Instant lastOver;

  /**
   * @param step between two moments
   */
  public SpikeDetector(SpikeSettings settings, Duration step) {
    if (step.isNegative() || step.isZero()) {
      throw new IllegalArgumentException("step must be longer than nothing");
    }
    this.settings = settings;
    double seconds = step.toMillis() / 1000.0;
    usual = new Usual(settings, seconds);
    warmUp = Math.max(1, Math.round(settings.warmUp().toSeconds() / seconds));
    settling = Math.round(settings.settling().toSeconds() / seconds);
    refreshEvery = Math.max(1, (long) (3600 / seconds));
    double halfLife = Math.max(1, settings.ordinaryMemory().toSeconds() / seconds);
    int longest =
        settings.spans().stream()
            .mapToInt(span -> (int) Math.max(1, Math.round(span.toSeconds() / seconds)))
            .max()
            .orElse(1);
    settings.spans().stream()
        .mapToInt(span -> (int) Math.max(1, Math.round(span.toSeconds() / seconds)))
        .filter(length -> length >= Math.min(longest, FEWEST_MOMENTS))
        .distinct()
        .forEach(
            length ->
                spans.add(
                    new Span(length, step.multipliedBy(length), halfLife, new Spread(seconds))));
  }

  /** The next moment; each is later than the one before. */
  public Watched next(Instant time, double count) {
    double expected = usual.at(time, count);
    Watched most = new Watched(expected, count, null, 0, false);
    for (Span span : spans) {
      span.sums(count, expected);
      double surprise = span.surprise();
      if (moments >= warmUp) {
        double score = surprise / Math.max(span.ordinary, settings.leastOrdinary()) / span.bar;
        if (score > most.surprise()) {
          most = new Watched(span.expected, span.counted, span.length, score, false);
        }
      }
      span.learn(surprise, moments >= warmUp, moments % refreshEvery == 0);
    }
    usual.learn(time, count);
    moments++;
    return most.surprise() >= settings.threshold() ? over(time, most) : most;
  }

  /** What a moment usually brings at that time; 0 while nothing was learned. */
  public double usual(Instant time) {
    return usual.at(time);
  }

  /** Whether enough was seen for an alarm. */
  public boolean warm() {
    return moments >= warmUp;
  }

  /**
   * Posts of a moment that was judged already came late: the spans that still hold it count them.
   *
   * @param ago how many moments before the latest, 0 for the latest itself
   */
  public void late(Instant time, int ago, double count) {
    for (Span span : spans) {
      span.late(ago, count);
    }
    usual.learnLate(time, count);
  }

  /** Everything that it knows, to be read by one of the same settings and step. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(moments);
    out.writeLong(lastOver == null ? Long.MIN_VALUE : lastOver.toEpochMilli());
    usual.write(out);
    for (Span span : spans) {
      span.write(out);
    }
  }

  /** Takes up what {@link #write} wrote. */
  public void read(DataInput in) throws IOException {
    moments = in.readLong();
    long over = in.readLong();
    lastOver = over == Long.MIN_VALUE ? null : Instant.ofEpochMilli(over);
    usual.read(in);
    for (Span span : spans) {
      span.read(in);
    }
  }

  private Watched over(Instant time, Watched most) {
    boolean begins = lastOver == null || lastOver.plus(settings.quiet()).isBefore(time);
    lastOver = time;
    return new Watched(most.usual(), most.counted(), most.span(), most.surprise(), begins);
  }

  /** A length over which counts are summed, with what is ordinary for it. */
  private final class Span {
    private final Duration length;
    private final double bar;
    private final double[] counts;
    private final double[] usuals;
    private final Ordinary surprises;
    private final Spread spread;
    private int at;
    private double counted;
    private double expected;
    private double ordinary = Double.POSITIVE_INFINITY;

    Span(int moments, Duration length, double halfLife, Spread spread) {
      this.length = length;
      bar = length.compareTo(SHORT) < 0 ? SHORT_BAR : 1;
      this.spread = spread;
      counts = new double[moments];
      usuals = new double[moments];
      surprises = new Ordinary(halfLife);
    }

    void sums(double count, double usualNow) {
      counts[at] = count;
      usuals[at] = usualNow;
      at = (at + 1) % counts.length;
      counted = 0;
      expected = 0;
      for (int i = 0; i < counts.length; i++) {
        counted += counts[i];
        expected += usuals[i];
      }
    }

    void late(int ago, double count) {
      if (ago < counts.length) {
        counts[Math.floorMod(at - 1 - ago, counts.length)] += count;
      }
    }

    void write(DataOutput out) throws IOException {
      out.writeShort(counts.length);
      out.writeShort(at);
      for (int i = 0; i < counts.length; i++) {
        out.writeFloat((float) counts[i]);
        out.writeFloat((float) usuals[i]);
      }
      out.writeDouble(ordinary);
      surprises.write(out);
      spread.write(out);
    }

    void read(DataInput in) throws IOException {
      if (in.readShort() != counts.length) {
        throw new IOException("written by a detector of other spans");
      }
      at = in.readShort();
      for (int i = 0; i < counts.length; i++) {
        counts[i] = in.readFloat();
        usuals[i] = in.readFloat();
      }
      ordinary = in.readDouble();
      surprises.read(in);
      spread.read(in);
    }

    double surprise() {
      return counted < settings.fewest() ? 0 : spread.surprise(counted, expected);
    }

    /**
     * @param settled on the first day what is expected is no more than a guess
     */
    void learn(double surprise, boolean settled, boolean refresh) {
      if (SpikeDetector.this.moments >= settling) {
        surprises.learn(surprise);
      }
      if (settled) {
        spread.learn(counted, expected);
      }
      if (refresh) {
        ordinary = surprises.quantile(settings.ordinary());
      }
    }
  }
}
