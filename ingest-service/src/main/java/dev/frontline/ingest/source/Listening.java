package dev.frontline.ingest.source;

import dev.frontline.ingest.accepting.Heard.Ear;
import dev.frontline.kit.company.Company;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides how a source does, from what it brought. */
final class Listening {

  private Listening() {}

  /**
   * @param since from when silence counts where nothing ever came
   */
  static SourceHealth judge(Company.Source source, @Nullable Ear ear, Instant since, Instant now) {
    Instant last = ear == null ? null : ear.lastPostAt();
    String error = ear == null ? null : ear.lastError();
    boolean silent =
        source.silence() != null
            && (last == null ? since : last).plus(source.silence()).isBefore(now);
    String state;
    if (error != null) {
      state = "failing";
    } else if (silent) {
      state = "silent";
    } else {
      state = last == null ? "waiting" : "listening";
    }
    return new SourceHealth(
        source.id(),
        source.kind(),
        state,
        last,
        ear == null ? 0 : ear.posts(),
        ear == null ? 0 : ear.dropped(),
        error,
        source.replyUrl() != null);
  }
}
