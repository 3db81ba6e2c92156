package dev.frontline.routing.incident.watch;

import dev.frontline.routing.incident.ShareDetector;
import dev.frontline.routing.incident.Watched;
import dev.frontline.routing.incident.count.MinuteSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Goes through a brand's recorded counts again as its watch did, and says when alarms would have
 * begun at other bars. Counts have no authors and no stories: what several people tell is not
 * looked for, and what rises within twelve hours is one.
 */
public final class Replay {

  private static final double HARMFUL = 0.3;
  private static final long COOL_DOWN = 12 * 60;

  /** Signals of fewer posts in all are none. */
  private static final double FEWEST = 10;

  private Replay() {}

  /**
   * How the bars stand.
   *
   * @param factors by signal; what is left out is 1
   * @param all of all signals, besides
   */
  public record Setting(Bars bars, Map<String, Double> factors, double all) {
    double bar(String signal) {
      return bars.of(signal) * factors.getOrDefault(signal, 1.0) * all;
    }
  }

  /**
   * An alarm that would have begun.
   *
   * @param signals that were above their bar while it lasted
   * @param strength the most of it; 1 is just an alarm
   * @param minutes over which was counted when it began
   * @param last the last minute in which something was above its bar
   */
  public record Alarm(
      Instant at,
      String signal,
      List<String> signals,
      double strength,
      double counted,
      double usual,
      long minutes,
      Instant last) {
    public Alarm {
      signals = List.copyOf(signals);
    }
  }

  /**
   * The alarms of each setting.
   *
   * @param from the first minute that is asked about; what was before says what is usual
   */
  public static List<List<Alarm>> run(MinuteSeries series, List<Setting> settings, long from) {
    List<Course> courses = settings.stream().map(Course::new).toList();
    Map<String, Line> lines = new TreeMap<>();
    for (String signal : series.signals()) {
      double all =
          series.counted(signal, series.last(), (int) (series.last() - series.first() + 1));
      if (Heard.watched(signal) && all >= FEWEST) {
        lines.put(signal, new Line(series.first() - 1));
      }
    }
    Mood share = new Mood();
    for (long minute = series.first(); minute <= series.last(); minute++) {
      if (series.isRecorded(minute)) {
        for (Map.Entry<String, Line> line : lines.entrySet()) {
          String signal = line.getKey();
          Watched watched = line.getValue().next(minute, series.counted(signal, minute, 1));
          boolean judged = minute >= from && !signal.equals(Heard.AGAINST);
          if (judged && watched.span() != null && watched.surprise() > 0) {
            for (Course course : courses) {
              course.take(minute, signal, watched, series);
            }
          }
        }
        share.next(minute, series, from, courses);
        for (Course course : courses) {
          course.close(minute);
        }
      }
    }
    return courses.stream().map(Course::alarms).toList();
  }

  /** The share of posts against the brand. */
  private static final class Mood {
    private final ShareDetector detector = new ShareDetector();

    void next(long minute, MinuteSeries series, long from, List<Course> courses) {
      Watched watched =
          detector.next(
              series.counted(Heard.AGAINST, minute, 1), series.counted(Heard.ALL, minute, 1));
      if (minute >= from && watched.span() != null && watched.surprise() > 0) {
        courses.forEach(c -> c.take(minute, Heard.SHARE_AGAINST, watched, series));
      }
    }
  }

  /** What one setting makes of it. */
  private static final class Course {
    private final Setting setting;
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<Finding> found = new ArrayList<>();

    Course(Setting setting) {
      this.setting = setting;
    }

    void take(long minute, String signal, Watched watched, MinuteSeries series) {
      double strength = watched.surprise() / setting.bar(signal);
      if (strength < 1 || watched.span() == null) {
        return;
      }
      int span = (int) Math.min(watched.span().toMinutes(), MinuteBook.MINUTES);
      double all = series.counted(Heard.ALL, minute, span);
      if (harm(signal, minute, span, series) >= HARMFUL * all) {
        found.add(
            new Finding(
                signal, strength, watched.counted(), watched.usual(), watched.span().toMinutes()));
      }
    }

    /** Of all posts those that do harm; of a signal of harm all. */
    private static double harm(String signal, long minute, int span, MinuteSeries series) {
      boolean general = signal.equals(Heard.ALL) || signal.startsWith(Heard.THEME);
      if (!general) {
        return Double.POSITIVE_INFINITY;
      }
      double harmful = series.counted(Heard.HARMFUL, minute, span);
      return harmful > 0
          ? harmful
          : Math.max(
              series.counted(Heard.COMPLAINTS, minute, span),
              series.counted(Heard.AGAINST, minute, span));
    }

    void close(long minute) {
      Optional<Finding> most = found.stream().max(Comparator.comparingDouble(Finding::strength));
      if (most.isPresent()) {
        Alarm last = alarms.isEmpty() ? null : alarms.get(alarms.size() - 1);
        Instant now = Instant.ofEpochSecond(minute * 60);
        boolean same = last != null && !now.isAfter(last.last().plusSeconds(COOL_DOWN * 60));
        List<String> signals = new ArrayList<>(same && last != null ? last.signals() : List.of());
        found.stream().map(Finding::signal).filter(s -> !signals.contains(s)).forEach(signals::add);
        if (same && last != null) {
          alarms.set(
              alarms.size() - 1,
              new Alarm(
                  last.at(),
                  last.signal(),
                  signals,
                  Math.max(last.strength(), most.get().strength()),
                  last.counted(),
                  last.usual(),
                  last.minutes(),
                  now));
        } else {
          Finding f = most.get();
          alarms.add(
              new Alarm(
                  now,
                  f.signal(),
                  signals,
                  f.strength(),
                  f.counted(),
                  f.usual(),
                  f.minutes(),
                  now));
        }
      }
      found.clear();
    }

    List<Alarm> alarms() {
      return List.copyOf(alarms);
    }
  }
}
