package dev.frontline.routing.incident.watch;

import dev.frontline.routing.incident.Watched;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every signal of a brand, a line each, and beside them the share of its posts that is against it.
 * Lines are on the shelf an hour apart; the minutes in between are gone through again.
 */
final class Lines {

  private static final int MOST = 60;

  /** A signal that comes up for the first time was silent for as long as the brand is known. */
  private static final long SILENCE = 2 * 24 * 60;

  private static final String LINE = "s/";
  private static final String SHARE = "n";

  private final Bars bars;
  private final Shelf shelf;
  private final Map<String, Line> lines = new TreeMap<>();
  private @Nullable ShareLine share;

  Lines(Bars bars, Shelf shelf) {
    this.bars = bars;
    this.shelf = shelf;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Whether enough is known of the brand for an alarm. */
  boolean warm() {
    Line all = lines.get(Heard.ALL);
    return all != null && all.warm();
  }

  /** What the minute usually brings of a signal. */
  double usual(String signal, long minute) {
    Line line = lines.get(signal);
    return line == null ? 0 : line.usual(minute);
  }

  /** What the minute usually brings, by signal. */
  Map<String, Double> usual(long minute) {
    Map<String, Double> usual = new HashMap<>();
    lines.forEach((signal, line) -> usual.put(signal, line.usual(minute)));
    return usual;
  }

  /**
   * What a busy hour about that minute usually brings of a signal: its share of what is said then.
   * Its own shape of the day is no measure: a few minutes of a crisis at three in the morning bring
   * more than many nights, and it, or the next one at three, would be expected.
   */
  double perHour(String signal, long minute) {
    Line line = lines.get(signal);
    Line all = lines.get(Heard.ALL);
    return line == null || all == null ? 0 : line.perHour(minute, all.rhythm(minute));
  }

  /** What stands out as of a minute that is over. */
  List<Finding> judge(long minute, MinuteBook book, Tuned tuned) {
    begin(minute, book);
    List<Finding> findings = new ArrayList<>();
    lines.forEach(
        (signal, line) -> {
          Watched watched = line.next(minute, book.count(minute, signal));
          // A mood that turns is a share of all posts, not a number of them.
          if (!signal.equals(Heard.AGAINST)) {
            Finding.of(signal, watched, bar(signal, tuned))
                .flatMap(found -> byPeople(found, minute, book))
                .ifPresent(findings::add);
          }
          if (Math.floorMod(signal.hashCode() + minute, 60) == 0) {
            shelf.put(LINE + signal, line.bytes());
          }
        });
    judgeShare(minute, book, tuned).ifPresent(findings::add);
    return findings;
  }

  /** Who said it is known of two hours; what lasts longer is many people's in any case. */
  private static Optional<Finding> byPeople(Finding found, long minute, MinuteBook book) {
    return found.minutes() > MinuteBook.MINUTES
        ? Optional.of(found)
        : found.byPeople(book.posts(found.signal(), minute - found.minutes(), minute));
  }

  private Optional<Finding> judgeShare(long minute, MinuteBook book, Tuned tuned) {
    if (share == null) {
      share = new ShareLine(minute - 1);
    }
    Watched watched =
        share.next(minute, book.count(minute, Heard.AGAINST), book.count(minute, Heard.ALL));
    if (ShareLine.isDue(minute)) {
      shelf.put(SHARE, share.bytes());
    }
    return Finding.of(Heard.SHARE_AGAINST, watched, bar(Heard.SHARE_AGAINST, tuned))
        .flatMap(found -> byPeople(found, minute, book));
  }

  private double bar(String signal, Tuned tuned) {
    return bars.of(signal) * tuned.of(signal);
  }

  private void begin(long minute, MinuteBook book) {
    Line all = lines.get(Heard.ALL);
    long silent = all == null ? 0 : Math.min(all.known(), SILENCE);
    for (String signal : book.counts(minute).keySet()) {
      if (Heard.watched(signal) && !lines.containsKey(signal) && lines.size() < MOST) {
        lines.put(signal, Line.silent(minute - 1, silent));
        shelf.put(LINE + signal, lines.get(signal).bytes());
      }
    }
  }

  /** Posts of a minute that was judged already. */
  void late(long minute, Map<String, Double> weights) {
    weights.forEach(
        (signal, weight) ->
            Optional.ofNullable(lines.get(signal)).ifPresent(line -> line.late(minute, weight)));
  }

  /**
   * Learns anew what is usual: what was before, then what is remembered of one's own.
   *
   * @param closed the last minute that was judged
   */
  void learnAnew(History history, MinuteBook book, long closed) {
    lines.clear();
    ShareLine against = new ShareLine(history.first() * 60 - 1);
    share = against;
    for (long hour = history.first(); hour <= history.last(); hour++) {
      learn(hour, minutes(hour, history.hour(hour)), against);
    }
    catchUp(book, closed);
    lines.forEach((signal, line) -> shelf.put(LINE + signal, line.bytes()));
    shelf.put(SHARE, against.bytes());
  }

  private static Map<String, double[]> minutes(long hour, Map<String, Double> counts) {
    Map<String, double[]> minutes = new TreeMap<>();
    counts.forEach(
        (signal, count) -> {
          if (Heard.watched(signal)) {
            minutes.put(signal, History.minutes(hour, signal, count));
          }
        });
    return minutes;
  }

  private void learn(long hour, Map<String, double[]> minutes, ShareLine against) {
    for (String signal : minutes.keySet()) {
      if (lines.size() < MOST) {
        lines.computeIfAbsent(signal, s -> new Line(hour * 60 - 1));
      }
    }
    double[] none = new double[60];
    double[] some = minutes.getOrDefault(Heard.AGAINST, none);
    double[] all = minutes.getOrDefault(Heard.ALL, none);
    for (int m = 0; m < 60; m++) {
      long minute = hour * 60 + m;
      for (Map.Entry<String, Line> line : lines.entrySet()) {
        line.getValue().next(minute, minutes.getOrDefault(line.getKey(), none)[m]);
      }
      against.next(minute, some[m], all[m]);
    }
  }

  /** Goes through the remembered minutes that a line does not know yet. */
  void catchUp(MinuteBook book, long closed) {
    long oldest = closed - MinuteBook.MINUTES + 1;
    lines.forEach(
        (signal, line) -> {
          for (long minute = Math.max(line.upTo() + 1, oldest); minute <= closed; minute++) {
            line.next(minute, book.count(minute, signal));
          }
        });
    if (share != null) {
      for (long minute = Math.max(share.upTo() + 1, oldest); minute <= closed; minute++) {
        share.next(minute, book.count(minute, Heard.AGAINST), book.count(minute, Heard.ALL));
      }
    }
  }

  /**
   * Takes up what stands on the shelf under a key, if that is a line; what an earlier detector
   * wrote is left out, to be learned anew.
   *
   * @return whether it is one
   */
  boolean restore(String key, byte[] written) throws IOException {
    if (key.equals(SHARE)) {
      share = ShareLine.of(written);
      return true;
    }
    if (!key.startsWith(LINE)) {
      return false;
    }
    try {
      lines.put(key.substring(LINE.length()), Line.of(written));
    } catch (IOException e) {
      lines.remove(key.substring(LINE.length()));
    }
    return true;
  }
}
