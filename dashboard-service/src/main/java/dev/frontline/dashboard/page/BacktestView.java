package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Two settings over a brand's recorded time, each with a drawing {@value #WIDTH} wide and {@value
 * #HEIGHT} high.
 */
public record BacktestView(
    String brand, int recordedHours, int byStory, Side present, Side other, String span) {

  static final int WIDTH = 520;
  static final int HEIGHT = 140;
  private static final int MOST_BARS = 260;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /** One setting. */
  public record Side(
      String name,
      List<Bar> bars,
      String usual,
      String most,
      List<Mark> marks,
      List<Label> labels,
      List<Alarm> alarms,
      int right,
      int wrong,
      int unjudged,
      List<Alarm> missed,
      @Nullable Long precision) {}

  /** What came in a while. */
  public record Bar(String x, String y, String width, String height, String title) {}

  /** An alarm in the drawing; {@code kind} is its outcome, or {@code missed}. */
  public record Mark(String x, String kind, String title) {}

  /** A day below. */
  public record Label(String x, String text) {}

  /** An alarm in words. */
  public record Alarm(
      Instant at, String signal, String why, String outcome, String id, String title) {}

  static BacktestView of(JsonNode b, String otherName, ZoneId zone) {
    return new BacktestView(
        b.path("brand").asText(),
        b.path("recordedHours").asInt(),
        b.path("byStory").asInt(),
        side(
            b,
            "present",
            b.path("volumes").asBoolean(true)
                ? "As it is set now"
                : "As it is set now: volumes ring nothing",
            zone),
        side(b, "other", otherName, zone),
        DAY.format(instant(b.path("from")).atZone(zone))
            + " to "
            + DAY.format(instant(b.path("to")).atZone(zone)));
  }

  private static Side side(JsonNode b, String which, String name, ZoneId zone) {
    Instant from = instant(b.path("from"));
    Instant to = instant(b.path("to"));
    double seconds = Math.max(3600, to.getEpochSecond() - from.getEpochSecond());
    JsonNode curve = b.path("curve");
    int step = Math.max(1, (curve.size() + MOST_BARS - 1) / MOST_BARS);
    double most = 4;
    List<double[]> sums = new ArrayList<>();
    for (int i = 0; i < curve.size(); i += step) {
      double counted = 0;
      double usual = 0;
      for (int k = i; k < Math.min(curve.size(), i + step); k++) {
        counted += curve.get(k).path("counted").asDouble();
        usual += curve.get(k).path("usual").asDouble();
      }
      sums.add(new double[] {counted, usual, instant(curve.get(i).path("at")).getEpochSecond()});
      most = Math.max(most, Math.max(counted, usual));
    }
    List<Bar> bars = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    double width = 3600.0 * step / seconds * WIDTH;
    for (double[] sum : sums) {
      double x = Math.max(0, (sum[2] - from.getEpochSecond()) / seconds * WIDTH);
      double y = HEIGHT - sum[0] / most * (HEIGHT - 20);
      if (sum[0] > 0) {
        bars.add(
            new Bar(
                number(x),
                number(y),
                number(Math.max(0.6, width - 0.3)),
                number(HEIGHT - y),
                String.format(
                    Locale.ROOT,
                    "%s: %.0f, usual %.1f",
                    Words.clock(Instant.ofEpochSecond((long) sum[2]), zone),
                    sum[0],
                    sum[1])));
      }
      line.append(number(x))
          .append(',')
          .append(number(HEIGHT - sum[1] / most * (HEIGHT - 20)))
          .append(' ');
    }
    JsonNode setting = b.path(which);
    List<Alarm> alarms = alarms(setting.path("alarms"));
    List<Alarm> missed = alarms(setting.path("missed"));
    return new Side(
        name,
        bars,
        line.toString().strip(),
        number(most),
        marks(alarms, missed, from, seconds),
        labels(from, seconds, zone),
        alarms,
        setting.path("right").asInt(),
        setting.path("wrong").asInt(),
        setting.path("unjudged").asInt(),
        missed,
        setting.hasNonNull("precision") ? setting.path("precision").asLong() : null);
  }

  private static List<Alarm> alarms(JsonNode list) {
    List<Alarm> alarms = new ArrayList<>();
    list.forEach(
        a ->
            alarms.add(
                new Alarm(
                    instant(a.path("at")),
                    BarView.named(a.path("signal").asText("")),
                    a.path("why").asText(""),
                    a.path("outcome").asText("missed"),
                    a.path("incidentId").asText(""),
                    a.path("title").asText(""))));
    return alarms;
  }

  private static List<Mark> marks(
      List<Alarm> alarms, List<Alarm> missed, Instant from, double seconds) {
    List<Mark> marks = new ArrayList<>();
    for (List<Alarm> some : List.of(alarms, missed)) {
      for (Alarm a : some) {
        double x = (a.at().getEpochSecond() - from.getEpochSecond()) / seconds * WIDTH;
        marks.add(
            new Mark(
                number(Math.max(0, Math.min(WIDTH, x))),
                a.outcome(),
                a.outcome() + ": " + (a.title().isEmpty() ? a.signal() : a.title())));
      }
    }
    return marks;
  }

  private static List<Label> labels(Instant from, double seconds, ZoneId zone) {
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Instant at = from.plusSeconds((long) (seconds * i / 3));
      labels.add(new Label(number(WIDTH * i / 3.0), DAY.format(at.atZone(zone))));
    }
    return labels;
  }

  private static Instant instant(JsonNode node) {
    return Json.MAPPER.convertValue(node, Instant.class);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
  }
}
