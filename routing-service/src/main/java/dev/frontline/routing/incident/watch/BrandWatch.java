package dev.frontline.routing.incident.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.incident.Rise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** A brand that is known so long by its own posts learns nothing from older ones. */
  private static final long OWN_MEMORY = 3 * 24 * 60;

  private static final String GOING = "b";
  private static final String TUNED = "f";
  private static final String RATES = "t";
  private static final String POST = "m/";

  private final Shelf shelf;
  private final Tally tally;
  private final MinuteBook book = new MinuteBook();
  private final TermRates rates = new TermRates();
  private final History history;
  private final Lines lines;
  private final Rises rises;
  private Tuned tuned = Tuned.NONE;
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
    this.tally = tally;
    history = new History(shelf);
    lines = new Lines(bars, shelf);
    rises = new Rises(brand, book, new WhyFinder(rates), lines::usual);
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
        history.add(post, now);
        rates.learn(post);
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
        .ifPresent(p -> shelf.put(POST + p.mentionId(), HeardBytes.write(p)));
    if (!added.weights().isEmpty() && post.followers() >= Heard.MANY_FOLLOWERS) {
      tally.post(book.post(post.mentionId()).orElse(post));
    }
    if (added.minute() <= closed && !added.weights().isEmpty()) {
      lines.late(added.minute(), added.weights());
      count(added.minute());
    }
    latest = Math.max(latest, post.at());
    List<Rise> told = closeUpTo(MinuteBook.minute(latest - SETTLED) - 1);
    Optional<Finding> story =
        StoryRule.check(post, book, s -> lines.perHour(s, minute), lines.warm());
    if (story.isPresent() && !added.weights().isEmpty()) {
      told.addAll(rises.found(minute, List.of(tuned.story(story.get()))));
      keep();
    }
    return told;
  }

  /** Sets what an hour brought before Frontline listened. */
  public void learn(long hour, Map<String, Double> counts, long now) {
    history.set(hour, counts, now);
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
      shelf.put(TUNED, tuned.bytes());
    }
  }

  /** Lets the wall clock close what nothing more comes for. */
  public List<Rise> tick(long now) {
    if (history.settled(now)) {
      history.tell(tally);
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
    List<Finding> findings = lines.judge(minute, book, tuned);
    closed = minute;
    count(minute);
    List<Rise> told = rises.found(minute, findings);
    letGo(book.forget(minute - MinuteBook.MINUTES));
    if (minute % 60 == 0) {
      shelf.put(RATES, rates.bytes());
    }
    return told;
  }

  /** Tells what a minute brought. */
  private void count(long minute) {
    tally.minute(minute, lines.warm(), book.counts(minute), lines.usual(minute));
  }

  private void letGo(List<Heard> gone) {
    for (Heard post : gone) {
      rates.learn(post);
      shelf.delete(POST + post.mentionId());
    }
  }

  private void relearn(long upTo) {
    if (closed < 0) {
      closed = upTo;
    }
    lines.learnAnew(history, book, closed);
    shelf.put(RATES, rates.bytes());
    keep();
  }

  private void keep() {
    try {
      shelf.put(
          GOING, Json.MAPPER.writeValueAsBytes(new Going(closed, began, latest, rises.active())));
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
      byte[] written = entry.getValue();
      if (key.equals(GOING)) {
        Going going = Json.MAPPER.readValue(written, Going.class);
        closed = going.closed();
        began = going.began();
        latest = going.latest();
        rises.active().addAll(going.rises());
      } else if (key.equals(TUNED)) {
        tuned = Tuned.read(written);
      } else if (key.equals(RATES)) {
        rates.read(written);
      } else if (key.startsWith(POST)) {
        posts.add(HeardBytes.read(written));
      } else if (!lines.restore(key, written) && !history.restore(key, written)) {
        throw new IOException("nothing is kept under " + key);
      }
    }
    posts.stream().sorted(Comparator.comparingLong(Heard::at)).forEach(book::put);
    if (lines.isEmpty() && !history.isEmpty()) {
      history.learnAnew();
    }
    lines.catchUp(book, closed);
  }
}
