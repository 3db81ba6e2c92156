package dev.frontline.ingest.health;

import dev.frontline.contracts.source.SourceEvent;
import dev.frontline.contracts.source.SourceEvent.SourceRecovered;
import dev.frontline.contracts.source.SourceEvent.SourceSilent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides how a source does, from what it brought. */
final class Listening {

  private Listening() {}

  /** The state in one word. */
  static String state(SourceRecord record, Standing standing, Instant now) {
    if (standing.paused()) {
      return "paused";
    }
    if (standing.trouble() != null) {
      return standing.trouble().attention() ? "needs attention" : "failing";
    }
    if (isSilent(record, standing, now)) {
      return "silent";
    }
    return record.brought().lastPostAt() == null ? "waiting" : "listening";
  }

  /** What there is to tell of it, if anything: its silence once, then its first word. */
  static Optional<SourceEvent> news(SourceRecord record, Standing standing, Instant now) {
    boolean silent = !standing.paused() && isSilent(record, standing, now);
    if (silent == record.silent()) {
      return Optional.empty();
    }
    return Optional.of(
        silent
            ? new SourceSilent(
                record.source(),
                now,
                record.brought().lastPostAt(),
                "nothing came for " + inWords(standing.silence()))
            : new SourceRecovered(record.source(), now));
  }

  private static boolean isSilent(SourceRecord record, Standing standing, Instant now) {
    Duration silence = standing.silence();
    return silence != null && heardLast(record).plus(silence).isBefore(now);
  }

  private static Instant heardLast(SourceRecord record) {
    Instant last = record.brought().lastPostAt();
    return last == null ? record.since() : last;
  }

  private static String inWords(@Nullable Duration silence) {
    if (silence == null) {
      return "a while";
    }
    long seconds = silence.toSeconds();
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + " d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + " h";
    }
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }
}
