package dev.frontline.ingest.health;

import dev.frontline.contracts.source.SourceEvent;
import dev.frontline.contracts.source.SourceEvent.SourceRecovered;
import dev.frontline.contracts.source.SourceEvent.SourceSilent;
import dev.frontline.ingest.accepting.Heard.Trouble;
import dev.frontline.kit.company.Company;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides how a source does, from what it brought. */
final class Listening {

  private Listening() {}

  /**
   * @param trouble why it could not be read last, null where it could
   */
  static SourceHealth judge(
      Company.Source source, SourceRecord record, @Nullable Trouble trouble, Instant now) {
    Instant last = record.brought().lastPostAt();
    String state;
    if (trouble != null) {
      state = trouble.attention() ? "needs attention" : "failing";
    } else if (isSilent(source, record, now)) {
      state = "silent";
    } else {
      state = last == null ? "waiting" : "listening";
    }
    return new SourceHealth(
        source.id(),
        source.kind(),
        state,
        last,
        record.brought().posts(),
        record.brought().dropped(),
        trouble == null ? null : trouble.words(),
        source.replyUrl() != null);
  }

  /** What there is to tell of it, if anything: its silence once, then its first word. */
  static Optional<SourceEvent> news(Company.Source source, SourceRecord record, Instant now) {
    boolean silent = isSilent(source, record, now);
    if (silent == record.silent()) {
      return Optional.empty();
    }
    return Optional.of(
        silent
            ? new SourceSilent(
                source.id(),
                now,
                record.brought().lastPostAt(),
                "nothing came for " + inWords(source.silence()))
            : new SourceRecovered(source.id(), now));
  }

  private static boolean isSilent(Company.Source source, SourceRecord record, Instant now) {
    return source.silence() != null && heardLast(record).plus(source.silence()).isBefore(now);
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
