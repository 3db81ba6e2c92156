package dev.frontline.routing.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Watches one series of counts, moment by moment, and says when an alarm begins. A moment is judged
 * by what came before it alone.
 *
 * <p>Three ways of looking: sums over a quarter of an hour to an hour against what is usual at that
 * hour and weekday; sums over a few minutes against that and the pace of the last half hour, for
 * what is steep; and sums of logarithms over days, for what is small and stays. The first two are
 * compared on a scale on which counts vary alike whatever their size, and set against how far this
 * series ordinarily strays. Fixed size. Not safe for use by several threads.
 */
public final class SpikeDetector {

  /** Fewer moments than these are no span. */
  private static final int FEWEST_MOMENTS = 3;

  private static final double HOUR = 3600;

  /** What is written begins with this, so that nobody reads what another form wrote. */
  private static final int FORM = 3;

  /** This one lacks what {@link Lasting} knows of what comes back; it is learned. */
  private static final int FORM_BEFORE = 2;

  private final SpikeSettings settings;
  private final long warmUp;
  private final long refreshEvery;
  private final Usual usual;
  private final Pace pace;
  private final List<Span> spans = new ArrayList<>();
  private final List<Span> steep = new ArrayList<>();
  private final Episode episode;
  private final Lasting lasting = new Lasting();
  private final Duration step;
  private final int anHour;
  private double thisHour;
  private int momentsOfHour;
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
    this.step = step;
    double seconds = step.toMillis() / 1000.0;
    usual =
        new Usual(
            settings.levelMemory(),
            settings.hourMemory(),
            settings.weekdayMemory(),
            settings.clip(),
            seconds);
    pace = new Pace(seconds);
    episode = new Episode(settings.teaches(), seconds);
    warmUp = Math.max(1, Math.round(settings.warmUp().toSeconds() / seconds));
    refreshEvery = Math.max(1, (long) (HOUR / seconds));
    anHour = (int) Math.round(HOUR / seconds);
    add(spans, settings.spans(), settings.strictness(step), FEWEST_MOMENTS, m -> true);
    add(steep, settings.steepSpans(), settings.steepStrictness(), 1, this::isWhole);
  }

  private void add(
      List<Span> to,
      List<Duration> lengths,
      Span.Strictness strictness,
      int fewest,
      Predicate<Duration> fits) {
    double seconds = step.toMillis() / 1000.0;
    double halfLife = Math.max(1, settings.ordinaryMemory().toSeconds() / seconds);
    List<Integer> moments =
        lengths.stream()
            .filter(fits)
            .map(length -> (int) Math.max(1, Math.round(length.toSeconds() / seconds)))
            .distinct()
            .toList();
    int longest = moments.stream().mapToInt(m -> m).max().orElse(1);
    moments.stream()
        .filter(m -> m >= Math.min(longest, fewest))
        .forEach(m -> to.add(new Span(m, step.multipliedBy(m), strictness, halfLife, seconds)));
  }

  /** Of five-minute moments there is no sum over three minutes. */
  private boolean isWhole(Duration length) {
    return length.compareTo(step) >= 0 && length.toMillis() % step.toMillis() == 0;
  }

  /** The next moment; each is later than the one before. */
  public Watched next(Instant time, double count) {
    double expected = usual.at(time, count);
    Watched most = new Watched(expected, count, null, 0, false);
    double paceNow = pace.now();
    for (Span span : spans) {
      span.next(count, expected, 1);
      most = more(most, span.watched());
    }
    for (Span span : steep) {
      span.next(count, expected, paceNow);
      most = more(most, span.watched());
    }
    learn(time, count, expected, most.surprise());
    most = hourly(time, count, most);
    return most.surprise() >= settings.threshold() ? over(time, most) : most;
  }

  private Watched more(Watched most, Watched next) {
    return moments >= warmUp && next.surprise() > most.surprise() ? next : most;
  }

  private void learn(Instant time, double count, double expected, double surprise) {
    episode.next(surprise, settings.threshold());
    spans.forEach(span -> learn(span, episode.mayTeach()));
    steep.forEach(span -> learn(span, episode.mayTeachSteep()));
    usual.learn(time, count);
    pace.learn(count, expected);
    moments++;
  }

  private void learn(Span span, boolean ordinary) {
    if (ordinary) {
      span.learnOrdinary();
    }
    // On the first day what is expected is no more than a guess.
    if (moments >= warmUp && !episode.goesOn()) {
      span.learnSpread();
    }
    if (moments % refreshEvery == 0) {
      span.refresh();
    }
  }

  private Watched hourly(Instant time, double count, Watched most) {
    if (anHour < 1) {
      return most;
    }
    thisHour += count;
    if (++momentsOfHour < anHour) {
      return most;
    }
    Instant hour = time.minus(step.multipliedBy(anHour - 1L));
    Watched stays = lasting.next(hour, thisHour, settings.threshold());
    thisHour = 0;
    momentsOfHour = 0;
    return stays.surprise() > most.surprise() ? stays : most;
  }

  /** What a moment usually brings at that time; 0 while nothing was learned. */
  public double usual(Instant time) {
    return usual.at(time);
  }

  /** How many times a mean moment's posts that time usually brings. */
  public double rhythm(Instant time) {
    return usual.rhythm(time);
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
    spans.forEach(span -> span.late(ago, count));
    steep.forEach(span -> span.late(ago, count));
    usual.learnLate(time, count);
    if (ago < momentsOfHour) {
      thisHour += count;
    } else {
      lasting.late(time, count);
    }
  }

  /** Everything that it knows, to be read by one of the same settings and step. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(FORM);
    out.writeLong(moments);
    out.writeLong(lastOver == null ? Long.MIN_VALUE : lastOver.toEpochMilli());
    out.writeDouble(thisHour);
    out.writeShort(momentsOfHour);
    usual.write(out);
    pace.write(out);
    episode.write(out);
    lasting.write(out);
    for (Span span : spans) {
      span.write(out);
    }
    for (Span span : steep) {
      span.write(out);
    }
  }

  /** Takes up what {@link #write} wrote. */
  public void read(DataInput in) throws IOException {
    int form = in.readInt();
    if (form != FORM && form != FORM_BEFORE) {
      throw new IOException("written by a detector of another form");
    }
    moments = in.readLong();
    long over = in.readLong();
    lastOver = over == Long.MIN_VALUE ? null : Instant.ofEpochMilli(over);
    thisHour = in.readDouble();
    momentsOfHour = in.readShort();
    usual.read(in);
    pace.read(in);
    episode.read(in);
    lasting.read(in, form == FORM);
    for (Span span : spans) {
      span.read(in);
    }
    for (Span span : steep) {
      span.read(in);
    }
  }

  private Watched over(Instant time, Watched most) {
    boolean begins = lastOver == null || lastOver.plus(settings.quiet()).isBefore(time);
    lastOver = time;
    return new Watched(most.usual(), most.counted(), most.span(), most.surprise(), begins);
  }
}
