package dev.frontline.routing.incident.watch;

import dev.frontline.contracts.incident.CurvePoint;
import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.Rise;
import dev.frontline.contracts.incident.Severity;
import dev.frontline.contracts.mention.MentionKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rises of a brand that go on. What rises together, or in the same posts, is one; it is over
 * when nothing stood out for twelve hours.
 */
final class Rises {

  private static final long COOL_DOWN = 12 * 60;
  private static final int FEWEST_AUTHORS = 3;
  private static final double HARMFUL = 0.3;
  private static final double KIND = 0.4;
  private static final double SAME_POSTS = 0.3;
  private static final double EXPLAINED = 0.5;
  private static final double RISK_SHARE = 0.3;
  private static final long RECENT = 60;
  private static final int NAMED_AT_ONCE = 200;
  private static final long FIRST_WHILE = 30;
  private static final long TELL_EVERY = 5;
  private static final Set<String> GENERAL =
      Set.of(Heard.ALL, Heard.COMPLAINTS, Heard.RISKS, Heard.SHARE_AGAINST, Heard.REACH);
  private static final Set<String> GRAVE = Set.of("safety", "data-breach", "discrimination");

  private final String brand;
  private final MinuteBook book;
  private final WhyFinder why;
  private final ToDoubleBiFunction<String, Long> usual;
  private final List<ActiveRise> active = new ArrayList<>();

  /**
   * @param usual what a signal usually brings in a minute
   */
  Rises(String brand, MinuteBook book, WhyFinder why, ToDoubleBiFunction<String, Long> usual) {
    this.brand = brand;
    this.book = book;
    this.why = why;
    this.usual = usual;
  }

  List<ActiveRise> active() {
    return active;
  }

  /** What stands out as of a minute, in one go; tells what is new about the rises. */
  List<Rise> found(long minute, List<Finding> findings) {
    Set<ActiveRise> urgent = new LinkedHashSet<>();
    findings.stream()
        .sorted(Comparator.comparingInt(f -> rank(f.signal())))
        .forEach(f -> take(minute, f).ifPresent(urgent::add));
    List<Rise> told = new ArrayList<>();
    for (ActiveRise rise : List.copyOf(active)) {
      boolean over = minute - rise.lastMinute > COOL_DOWN;
      long every = minute - rise.firstMinute <= FIRST_WHILE ? 1 : TELL_EVERY;
      if (over) {
        active.remove(rise);
        told.add(tell(rise, minute, true));
      } else if (urgent.contains(rise) || minute - rise.toldMinute >= every && grew(rise, minute)) {
        told.add(tell(rise, minute, false));
      }
    }
    return told;
  }

  private boolean grew(ActiveRise rise, long minute) {
    return minute - rise.lastMinute <= MinuteBook.MINUTES || book.count(minute, line(rise)) > 0;
  }

  /** The rise that began or became an alarm by this, empty where nothing new comes of it. */
  private Optional<ActiveRise> take(long minute, Finding finding) {
    long span = Math.min(finding.minutes(), MinuteBook.MINUTES);
    List<Heard> posts = book.posts(finding.signal(), minute - span, minute + 1);
    if (WhyFinder.authors(posts) < FEWEST_AUTHORS) {
      return Optional.empty();
    }
    Optional<IncidentKind> kind = kind(posts);
    String risk = risk(posts);
    Optional<ActiveRise> known =
        active.stream()
            .filter(r -> kind.isEmpty() || r.kind == kind.get())
            .filter(r -> belongs(r, finding, posts, risk, minute) > 0)
            .max(Comparator.comparingInt(r -> belongs(r, finding, posts, risk, minute)));
    boolean alarm = finding.strength() >= 1 && kind.equals(Optional.of(IncidentKind.CRISIS));
    boolean chance = finding.strength() >= 1 && kind.equals(Optional.of(IncidentKind.OPPORTUNITY));
    boolean watched = kind.isPresent() && rank(finding.signal()) <= rank(Heard.COMPLAINTS);
    if (known.isEmpty() && !alarm && !chance && !watched) {
      return Optional.empty();
    }
    ActiveRise rise =
        known.orElseGet(() -> begin(finding, kind.orElse(IncidentKind.CRISIS), minute, span));
    rise.take(posts);
    boolean news = known.isEmpty() || alarm && !rise.alarm;
    rise.lastMinute = minute;
    rise.alarm |= alarm;
    if (finding.strength() > rise.strength) {
      rise.strength = finding.strength();
      rise.usual = finding.usual();
      rise.minutes = finding.minutes();
    }
    rise.signals.add(finding.signal());
    rise.riskKind = rise.riskKind == null ? risk : rise.riskKind;
    return news ? Optional.of(rise) : Optional.empty();
  }

  private ActiveRise begin(Finding finding, IncidentKind kind, long minute, long span) {
    ActiveRise rise = new ActiveRise();
    rise.kind = kind;
    rise.cause = finding.signal();
    rise.firstMinute = first(finding.signal(), minute, span);
    rise.id =
        "i-"
            + MentionKey.hash(brand + "\n" + rise.cause + "\n" + rise.firstMinute).substring(0, 22);
    rise.toldMinute = rise.firstMinute - 60;
    active.add(rise);
    return rise;
  }

  /** The first minute of the span in which it came: of a steep rise about its onset. */
  private long first(String signal, long minute, long span) {
    return book.posts(signal, minute - span, minute + 1).stream()
        .mapToLong(p -> MinuteBook.minute(p.at()))
        .min()
        .orElse(minute);
  }

  /**
   * How surely a finding is of the rise; 0 where it is not. It is where the signal is one of the
   * rise's, or the same is at risk, or both are made of the same posts, or the rise's posts are
   * most of what a general signal has more than usual.
   */
  private int belongs(
      ActiveRise rise, Finding finding, List<Heard> posts, @Nullable String risk, long minute) {
    if (rise.signals.contains(finding.signal())) {
      return 3;
    }
    if (risk != null && risk.equals(rise.riskKind)) {
      return 2;
    }
    long both = posts.stream().filter(rise::has).count();
    long recent = book.posts(null, minute - RECENT, minute + 1).stream().filter(rise::has).count();
    double excess = Math.max(FEWEST_AUTHORS, finding.counted() - finding.usual());
    boolean same = both >= SAME_POSTS * Math.max(posts.size(), recent);
    boolean explained = GENERAL.contains(finding.signal()) && both >= EXPLAINED * excess;
    return both > 0 && (same || explained) ? 1 : 0;
  }

  /** Empty where it is neither harm nor praise: then it is only watched. */
  private static Optional<IncidentKind> kind(List<Heard> posts) {
    double size = posts.size();
    if (posts.stream().filter(Heard::harmful).count() / size >= HARMFUL) {
      return Optional.of(IncidentKind.CRISIS);
    }
    return posts.stream().filter(Heard::kind).count() / size >= KIND
        ? Optional.of(IncidentKind.OPPORTUNITY)
        : Optional.empty();
  }

  private static @Nullable String risk(List<Heard> posts) {
    return posts.stream()
        .filter(p -> p.riskKind() != null)
        .collect(
            Collectors.groupingBy(p -> Objects.requireNonNull(p.riskKind()), Collectors.counting()))
        .entrySet()
        .stream()
        .filter(e -> e.getValue() >= RISK_SHARE * posts.size())
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private Rise tell(ActiveRise rise, long minute, boolean over) {
    long from = Math.max(minute - MinuteBook.MINUTES, rise.firstMinute - 60);
    List<Heard> posts =
        rise.signals.stream()
            .flatMap(s -> book.posts(s, from, minute + 1).stream())
            .distinct()
            .sorted(Comparator.comparingLong(Heard::at))
            .toList();
    rise.take(posts);
    List<CurvePoint> curve = new ArrayList<>();
    for (long m = Math.max(rise.toldMinute, minute - MinuteBook.MINUTES); m <= minute; m++) {
      curve.add(
          new CurvePoint(
              at(m),
              1,
              book.count(m, line(rise)),
              Math.round(usual.applyAsDouble(line(rise), m) * 100) / 100.0));
    }
    rise.toldMinute = minute;
    return new Rise(
        rise.id,
        brand,
        rise.kind,
        rise.cause,
        List.copyOf(rise.signals),
        rise.riskKind,
        rise.alarm,
        severity(rise),
        Math.round(rise.strength * 100) / 100.0,
        at(rise.firstMinute),
        at(minute + 1),
        over,
        rise.posts,
        rise.authors.size(),
        rise.reach,
        curve,
        posts.isEmpty()
            ? dev.frontline.contracts.incident.Why.unknown()
            : why.why(
                posts, book.posts(null, from, minute + 1), rise.usual, rise.minutes, rise.riskKind),
        rise.tell(NAMED_AT_ONCE));
  }

  private static Severity severity(ActiveRise rise) {
    boolean grave = rise.riskKind != null && GRAVE.contains(rise.riskKind);
    if (rise.strength >= 2 || grave && rise.authors.size() >= 10) {
      return Severity.CRITICAL;
    }
    return grave || rise.strength >= 1.3 ? Severity.MAJOR : Severity.MINOR;
  }

  /** The series by which a rise's curve is drawn. */
  private static String line(ActiveRise rise) {
    if (rise.cause.equals(Heard.SHARE_AGAINST)) {
      return Heard.AGAINST;
    }
    return rise.cause.startsWith(Heard.STORY) ? Heard.RISKS : rise.cause;
  }

  /** What says most about a cause first. */
  private static int rank(String signal) {
    if (signal.startsWith(Heard.RISK)) {
      return 0;
    }
    if (signal.startsWith(Heard.STORY)) {
      return 1;
    }
    return switch (signal) {
      case Heard.RISKS -> 2;
      case Heard.COMPLAINTS -> 3;
      case Heard.ALL -> 4;
      case Heard.SHARE_AGAINST -> 5;
      case Heard.REACH -> 6;
      default -> 7;
    };
  }

  private static Instant at(long minute) {
    return Instant.ofEpochSecond(minute * 60);
  }
}
