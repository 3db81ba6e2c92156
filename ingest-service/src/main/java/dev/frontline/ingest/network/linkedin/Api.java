package dev.frontline.ingest.network.linkedin;

import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Opened;
import java.time.Duration;
import java.time.Instant;

/** Asks LinkedIn, which wants to be told its version by the month, and keeps each for a year. */
final class Api {

  static final String ADDRESS = "https://api.linkedin.com";
  private static final String VERSION = "202610";

  /** It names no time when its limit of the day, or of a minute, is used up. */
  private static final Duration A_WHILE = Duration.ofMinutes(30);

  private Api() {}

  static Answer ask(Opened opened, Ask ask) throws Fault, InterruptedException {
    try {
      return opened.ask(
          ask.bearer(opened.needSecret())
              .header("LinkedIn-Version", opened.setting("version", VERSION))
              .header("X-Restli-Protocol-Version", "2.0.0"));
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.BUSY || e.until().isPresent()) {
        throw e;
      }
      Instant until = opened.now().plus(A_WHILE);
      opened.web().rest(until);
      throw Fault.busy(e.words(), until);
    }
  }
}
