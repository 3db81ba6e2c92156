package dev.frontline.ingest.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A source or query that is tried out. Until somebody decides, and where they decide only to
 * listen, its posts are counted and open no cases.
 *
 * @param of {@code source:} or {@code query:} and the id
 * @param until when its report is due
 * @param costBefore what the source had cost when it began, in US dollars
 * @param decision null until there is one
 */
public record Trial(
    String of,
    Instant since,
    Instant until,
    @Nullable String by,
    double costBefore,
    @Nullable Decision decision,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt) {

  static final String SOURCE = "source:";
  static final String QUERY = "query:";

  /** How it ends. */
  public enum Decision {
    /** People answer what it brings from now on. */
    STAFF,
    /** It goes on being counted, and opens no cases. */
    LISTEN_ONLY,
    /** It is not listened to any more. */
    DROP;

    /** As in requests: {@code staff}, {@code listen-only}, {@code drop}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Null where no decision has the word. */
    static @Nullable Decision of(@Nullable String word) {
      for (Decision one : values()) {
        if (one.word().equals(word)) {
          return one;
        }
      }
      return null;
    }
  }

  static Trial begun(String of, Duration length, @Nullable String by, double cost, Instant now) {
    return new Trial(of, now, now.plus(length), by, cost, null, null, null);
  }

  Trial decided(Decision what, String who, Instant now) {
    return new Trial(of, since, until, by, costBefore, what, who, now);
  }

  /** Whether its posts open no cases. */
  boolean marks() {
    return decision == null || decision == Decision.LISTEN_ONLY;
  }

  /** {@code running}, {@code due} (its days are over and nobody decided) or the decision. */
  String state(Instant now) {
    return decision != null ? decision.word() : until.isAfter(now) ? "running" : "due";
  }

  /** The id without what it is of. */
  String id() {
    return of.substring(of.indexOf(':') + 1);
  }

  boolean isSource() {
    return of.startsWith(SOURCE);
  }
}
