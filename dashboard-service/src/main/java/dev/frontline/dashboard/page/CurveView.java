package dev.frontline.dashboard.page;

import dev.frontline.contracts.incident.CurvePoint;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentTimes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An incident's curve in the units of a drawing that is {@value #WIDTH} wide and {@value #HEIGHT}
 * high: bars of what came, a line of what is usual, and what happened when.
 *
 * @param usual points of the line as SVG wants them
 * @param most what the top of the drawing stands for
 */
public record CurveView(
    List<Bar> bars, String usual, List<Mark> marks, List<Label> labels, String most) {

  static final int WIDTH = 760;
  static final int HEIGHT = 200;
  private static final int FEWEST_MINUTES = 30;
  private static final int LABELS = 5;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** A piece of what came, with its words for a reader who cannot see it. */
  public record Bar(String x, String y, String width, String height, String title) {}

  /** A line across. */
  public record Mark(String x, String name, String text, int lower) {}

  /** A time below. */
  public record Label(String x, String text) {}

  static @Nullable CurveView of(IncidentState s, ZoneId zone) {
    List<CurvePoint> curve = s.curve();
    if (curve.isEmpty()) {
      return null;
    }
    CurvePoint last = curve.get(curve.size() - 1);
    Instant to = last.at().plusSeconds(60L * last.minutes());
    Instant from = begin(s, to);
    Scale scale = new Scale(from, to, most(curve, from));
    List<Bar> bars = new ArrayList<>();
    StringBuilder usual = new StringBuilder();
    for (CurvePoint point : curve) {
      if (point.at().isBefore(from)) {
        continue;
      }
      double minutes = Math.max(1, point.minutes());
      double x = scale.x(point.at());
      double width = Math.max(1, scale.x(point.at().plusSeconds((long) (60 * minutes))) - x - 0.6);
      double y = scale.y(point.counted() / minutes);
      if (point.counted() > 0) {
        bars.add(
            new Bar(
                number(x),
                number(y),
                number(width),
                number(HEIGHT - y),
                "%s: %.0f, usual %.1f"
                    .formatted(
                        CLOCK.format(point.at().atZone(zone)), point.counted(), point.usual())));
      }
      usual
          .append(number(x))
          .append(',')
          .append(number(scale.y(point.usual() / minutes)))
          .append(' ');
    }
    return new CurveView(
        bars,
        usual.toString().strip(),
        marks(s.times(), scale),
        labels(scale, zone),
        number(scale.most()));
  }

  /** The quiet before is shown for an hour at most, and never less than half an hour in all. */
  private static Instant begin(IncidentState s, Instant to) {
    Instant first = s.curve().get(0).at();
    Instant shown = s.times().seenAt().minusSeconds(3600);
    Instant from = shown.isAfter(first) ? shown : first;
    Instant latest = to.minusSeconds(60L * FEWEST_MINUTES);
    return from.isAfter(latest) ? latest : from;
  }

  private static double most(List<CurvePoint> curve, Instant from) {
    double most = 3;
    for (CurvePoint point : curve) {
      if (!point.at().isBefore(from)) {
        double minutes = Math.max(1, point.minutes());
        most = Math.max(most, Math.max(point.counted(), point.usual()) / minutes);
      }
    }
    return Math.ceil(most * 1.1);
  }

  private static List<Mark> marks(IncidentTimes t, Scale scale) {
    List<Mark> marks = new ArrayList<>();
    mark(marks, scale, t.alertedAt(), "alarm", "alarm");
    mark(marks, scale, t.acknowledgedAt(), "step", "seen");
    mark(marks, scale, t.statementAt(), "step", "statement");
    mark(marks, scale, t.handledAt(), "step", "in hand");
    return marks;
  }

  private static void mark(
      List<Mark> marks, Scale scale, @Nullable Instant at, String name, String text) {
    if (at != null && !at.isBefore(scale.from())) {
      double x = Math.min(WIDTH, scale.x(at));
      marks.add(new Mark(number(x), name, text, 12 + 13 * marks.size()));
    }
  }

  private static List<Label> labels(Scale scale, ZoneId zone) {
    List<Label> labels = new ArrayList<>();
    long seconds = scale.seconds();
    for (int i = 0; i < LABELS; i++) {
      Instant at = scale.from().plusSeconds(seconds * i / (LABELS - 1));
      labels.add(new Label(number(scale.x(at)), CLOCK.format(at.atZone(zone))));
    }
    return labels;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
  }

  private record Scale(Instant from, Instant to, double most) {
    long seconds() {
      return Math.max(60, to.getEpochSecond() - from.getEpochSecond());
    }

    double x(Instant at) {
      return (double) (at.getEpochSecond() - from.getEpochSecond()) / seconds() * WIDTH;
    }

    double y(double perMinute) {
      return HEIGHT - perMinute / most * (HEIGHT - 8);
    }
  }
}
