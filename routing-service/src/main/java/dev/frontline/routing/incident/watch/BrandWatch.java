package dev.frontline.routing.incident.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.incident.Rise;
import dev.frontline.routing.incident.Watched;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Watches one brand. A minute is closed and judged when a later one is well begun, or by the wall
 * clock when nothing more comes; empty ones, too. Late posts count in their own minute as long as
 * it is remembered. Everything that must survive a restart is on the shelf: posts as they come,
 * what goes on with every minute, what is usual once an hour; the minutes in between are gone
 * through again. Not safe for use by several threads.
 */
public final class BrandWatch {

  private static final long MINUTE = 60_000;

  /** How long after its end a minute is left open for posts that come by another way. */
  private static final long SETTLED = 20_000;

  private static final long QUIET = 90_000;
  private static final long HISTORY_SETTLED = 20_000;

  /** A brand that is known so long by its own posts learns nothing from older ones. */
  private static final long OWN_MEMORY = 3 * 24 * 60;

  private static final int MOST_LINES = 60;

  /** From so many posts an hour on the shape of the day is known. */
  private static final double SEASONED = 1;

  private static final double BUSY = 1.5;

  /** A signal that comes up for the first time was silent for as long as the brand is known. */
  private static final long SILENCE = 2 * 24 * 60;

  private final Shelf shelf;
  private final Bars bars;
  private final Tally tally;
  private final MinuteBook book = new MinuteBook();
  private final TermRates rates = new TermRates();
  private final History history = new History();
  private final Map<String, Line> lines = new TreeMap<>();
  private final Rises rises;

  /** Hours from before that nobody was told of yet. */
  private final TreeSet<Long> untold = new TreeSet<>();

  private Tuned tuned = Tuned.NONE;
  private @Nullable ShareLine share;
  private long closed = -1;
  private long began = -1;
  private long latest;

  public BrandWatch(String brand, Bars bars, Shelf shelf) {
    this(brand, bars, shelf, Tally.NONE);
  }

  /**
   * @param tally is told every minute that is over
   */
  public BrandWatch(String brand, Bars bars, Shelf shelf, Tally tally) {
    this.shelf = shelf;
    this.bars = bars;
    this.tally = tally;
    rises = new Rises(brand, book, new WhyFinder(rates), this::usual);
  }

  /** What goes on in a brand, as it is written with every minute. */
  record Going(long closed, long began, long latest, List<ActiveRise> rises) {}

  /**
   * Takes a post in.
   *
   * @param now wall clock, epoch ms
   * @return what is new about rises
   */
  public List<Rise> hear(Heard post, long now) {
    if (post.quiet() || now - post.at() > MinuteBook.MINUTES * MINUTE) {
      if (!post.again()) {
        long hour = history.add(post, now);
        rates.learn(post);
        shelf.put("h/" + hour, History.bytes(history.hour(hour)));
        untold.add(hour);
      }
      return List.of();
    }
    long minute = MinuteBook.minute(post.at());
    if (post.at() > now + MINUTE || closed >= 0 && minute <= closed - MinuteBook.MINUTES) {
      return List.of();
    }
    begin(minute);
    MinuteBook.Added added = book.put(post);
    if (added.letGo() != null) {
      letGo(List.of(added.letGo()));
    }
    book.post(post.mentionId())
        .ifPresent(p -> shelf.put("m/" + p.mentionId(), HeardBytes.write(p)));
    if (!added.weights().isEmpty() && post.followers() >= Heard.MANY_FOLLOWERS) {
      tally.post(book.post(post.mentionId()).orElse(post));
    }
    if (added.minute() <= closed && !added.weights().isEmpty()) {
      added
          .weights()
          .forEach(
              (s, w) ->
                  Optional.ofNullable(lines.get(s)).ifPresent(l -> l.late(added.minute(), w)));
      count(added.minute());
    }
    latest = Math.max(latest, post.at());
    List<Rise> told = closeUpTo(MinuteBook.minute(latest - SETTLED) - 1);
    Optional<Finding> story = StoryRule.check(post, book, s -> perHour(s, minute), warm());
    if (story.isPresent() && !added.weights().isEmpty()) {
      told.addAll(rises.found(minute, List.of(tuned.story(story.get()))));
      keep();
    }
    return told;
  }

  /** Sets what an hour brought before Frontline listened. */
  public void learn(long hour, Map<String, Double> counts, long now) {
    history.set(hour, counts, now);
    shelf.put("h/" + hour, History.bytes(counts));
    untold.add(hour);
  }

  /**
   * Moves the bars.
   *
   * @param version what came with a higher one already stays
   * @param factors by signal, {@code story} for those of people who tell the same risky story
   */
  public void tune(long version, Map<String, Double> factors) {
    if (version >= tuned.version()) {
      tuned = new Tuned(version, factors);
      shelf.put("f", tuned.bytes());
    }
  }

  /** Lets the wall clock close what nothing more comes for. */
  public List<Rise> tick(long now) {
    boolean settled = history.changedAt() >= 0 && now - history.changedAt() >= HISTORY_SETTLED;
    if (settled) {
      untold.forEach(hour -> tally.hour(hour, history.hour(hour)));
      untold.clear();
      if (closed < 0 || closed - began < OWN_MEMORY) {
        relearn(MinuteBook.minute(now - QUIET) - 1);
      }
      history.learned();
    }
    return closed < 0 ? List.of() : closeUpTo(MinuteBook.minute(now - QUIET) - 1);
  }

  private void begin(long minute) {
    if (closed < 0) {
      closed = minute - 1;
    }
    if (began < 0) {
      began = closed;
    }
  }

  private List<Rise> closeUpTo(long last) {
    List<Rise> told = new ArrayList<>();
    // Nothing is known of the time in which nobody watched.
    long from = Math.max(closed + 1, last - MinuteBook.MINUTES);
    for (long minute = from; minute <= last; minute++) {
      told.addAll(close(minute));
    }
    if (from <= last) {
      keep();
    }
    return told;
  }

  private List<Rise> close(long minute) {
    List<Finding> findings = new ArrayList<>();
    addLines(minute);
    lines.forEach(
        (signal, line) -> {
          Watched watched = line.next(minute, book.count(minute, signal));
          double strength = watched.surprise() / (bars.of(signal) * tuned.of(signal));
          boolean shared = signal.equals(Heard.AGAINST);
          if (strength >= Bars.WATCH && watched.span() != null && !shared) {
            findings.add(
                new Finding(
                    signal,
                    strength,
                    watched.counted(),
                    watched.usual(),
                    watched.span().toMinutes()));
          }
          if (Math.floorMod(signal.hashCode() + minute, 60) == 0) {
            shelf.put("s/" + signal, line.bytes());
          }
        });
    share(minute).ifPresent(findings::add);
    closed = minute;
    count(minute);
    List<Rise> told = rises.found(minute, findings);
    letGo(book.forget(minute - MinuteBook.MINUTES));
    if (minute % 60 == 0) {
      shelf.put("t", rates.bytes());
    }
    return told;
  }

  /** A mood that turns is a share of all posts, not a number of them. */
  private Optional<Finding> share(long minute) {
    if (share == null) {
      share = new ShareLine(minute - 1);
    }
    double bar = bars.of(Heard.SHARE_AGAINST) * tuned.of(Heard.SHARE_AGAINST);
    Optional<Finding> found =
        share.judge(minute, book.count(minute, Heard.AGAINST), book.count(minute, Heard.ALL), bar);
    if (ShareLine.isDue(minute)) {
      shelf.put("n", share.bytes());
    }
    return found;
  }

  /** Tells what a minute brought. */
  private void count(long minute) {
    Map<String, Double> usual = new HashMap<>();
    lines.forEach((signal, line) -> usual.put(signal, line.usual(minute)));
    tally.minute(minute, warm(), book.counts(minute), usual);
  }

  private void addLines(long minute) {
    Line all = lines.get(Heard.ALL);
    long silent = all == null ? 0 : Math.min(all.known(), SILENCE);
    for (String signal : book.counts(minute).keySet()) {
      if (Heard.watched(signal) && !lines.containsKey(signal) && lines.size() < MOST_LINES) {
        lines.put(signal, Line.silent(minute - 1, silent));
        shelf.put("s/" + signal, lines.get(signal).bytes());
      }
    }
  }

  private void letGo(List<Heard> gone) {
    for (Heard post : gone) {
      rates.learn(post);
      shelf.delete("m/" + post.mentionId());
    }
  }

  /** Learns anew what is usual: what was before, then what is remembered of one's own. */
  private void relearn(long upTo) {
    lines.clear();
    share = history.isEmpty() ? share : new ShareLine(history.first() * 60 - 1);
    if (history.isEmpty()) {
      return;
    }
    for (long hour = history.first(); hour <= history.last(); hour++) {
      Map<String, double[]> minutes = new TreeMap<>();
      for (Map.Entry<String, Double> count : history.hour(hour).entrySet()) {
        if (!Heard.watched(count.getKey())) {
          continue;
        }
        minutes.put(count.getKey(), History.minutes(hour, count.getKey(), count.getValue()));
        if (lines.size() < MOST_LINES) {
          long before = hour * 60 - 1;
          lines.computeIfAbsent(count.getKey(), s -> new Line(before));
        }
      }
      for (int m = 0; m < 60; m++) {
        for (Map.Entry<String, Line> line : lines.entrySet()) {
          double[] counts = minutes.get(line.getKey());
          line.getValue().next(hour * 60 + m, counts == null ? 0 : counts[m]);
        }
        share.next(hour * 60 + m, of(minutes, Heard.AGAINST, m), of(minutes, Heard.ALL, m));
      }
    }
    if (closed < 0) {
      closed = upTo;
    }
    again();
    lines.forEach((signal, line) -> shelf.put("s/" + signal, line.bytes()));
    shelf.put("n", share.bytes());
    shelf.put("t", rates.bytes());
    keep();
  }

  private static double of(Map<String, double[]> minutes, String signal, int minute) {
    double[] counts = minutes.get(signal);
    return counts == null ? 0 : counts[minute];
  }

  /** Goes through the remembered minutes that a line does not know yet. */
  private void again() {
    lines.forEach(
        (signal, line) -> {
          long from = Math.max(line.upTo() + 1, closed - MinuteBook.MINUTES + 1);
          for (long minute = from; minute <= closed; minute++) {
            line.next(minute, book.count(minute, signal));
          }
        });
    if (share != null) {
      long from = Math.max(share.upTo() + 1, closed - MinuteBook.MINUTES + 1);
      for (long minute = from; minute <= closed; minute++) {
        share.next(minute, book.count(minute, Heard.AGAINST), book.count(minute, Heard.ALL));
      }
    }
  }

  private double usual(String signal, long minute) {
    Line line = lines.get(signal);
    return line == null ? 0 : line.usual(minute);
  }

  /** By the season where enough is known of it. */
  private double perHour(String signal, long minute) {
    Line line = lines.get(signal);
    if (line == null) {
      return 0;
    }
    return line.perHour() < SEASONED ? line.perHour() : BUSY * 60 * line.usual(minute);
  }

  private boolean warm() {
    Line all = lines.get(Heard.ALL);
    return all != null && all.warm();
  }

  private void keep() {
    try {
      shelf.put(
          "b", Json.MAPPER.writeValueAsBytes(new Going(closed, began, latest, rises.active())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what goes on cannot be written", e);
    }
  }

  /**
   * Takes up what was on the shelf.
   *
   * @throws IOException where it is not what this class wrote
   */
  public void restore(Map<String, byte[]> kept) throws IOException {
    List<Heard> posts = new ArrayList<>();
    for (Map.Entry<String, byte[]> entry : kept.entrySet()) {
      String key = entry.getKey();
      if (key.equals("b")) {
        Going going = Json.MAPPER.readValue(entry.getValue(), Going.class);
        closed = going.closed();
        began = going.began();
        latest = going.latest();
        rises.active().addAll(going.rises());
      } else if (key.equals("n")) {
        share = ShareLine.of(entry.getValue());
      } else if (key.equals("f")) {
        tuned = Tuned.read(entry.getValue());
      } else if (key.equals("t")) {
        rates.read(entry.getValue());
      } else if (key.startsWith("h/")) {
        long hour = Long.parseLong(key.substring(2));
        history.set(hour, History.counts(entry.getValue()), history.changedAt());
        untold.add(hour);
      } else if (key.startsWith("s/")) {
        restoreLine(key.substring(2), entry.getValue());
      } else {
        posts.add(HeardBytes.read(entry.getValue()));
      }
    }
    posts.stream().sorted(java.util.Comparator.comparingLong(Heard::at)).forEach(book::put);
    if (lines.isEmpty() && !history.isEmpty()) {
      history.learnAnew();
    }
    again();
  }

  /** What an earlier detector wrote is learned anew, everything else that is kept stays. */
  private void restoreLine(String signal, byte[] written) {
    try {
      lines.put(signal, Line.of(written));
    } catch (IOException e) {
      lines.remove(signal);
    }
  }
}
