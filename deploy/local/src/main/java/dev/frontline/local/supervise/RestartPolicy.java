package dev.frontline.local.supervise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Decides what follows a death: another start, later each time, or the end of trying. */
public final class RestartPolicy {

  /** So many deaths within {@link #WINDOW} end it. */
  public static final int MOST = 5;

  public static final Duration WINDOW = Duration.ofMinutes(1);

  /** Deaths that are this far apart never end it. */
  public static final Duration HARMLESS = WINDOW.dividedBy(MOST - 1);

  private static final Duration FIRST_DELAY = Duration.ofMillis(200);

  private RestartPolicy() {}

  /** What to do about a dead process. */
  public sealed interface Verdict {

    /** Start it again at this time. */
    record Restart(Instant at) implements Verdict {}

    /** It will not live; a person has to look. */
    record GiveUp() implements Verdict {}
  }

  /**
   * @param deaths when it died, oldest first, the latest included
   * @throws IllegalArgumentException where nothing died
   */
  public static Verdict after(List<Instant> deaths) {
    if (deaths.isEmpty()) {
      throw new IllegalArgumentException("deaths must hold at least the latest one");
    }
    Instant latest = deaths.get(deaths.size() - 1);
    Instant since = latest.minus(WINDOW);
    int recent = (int) deaths.stream().filter(death -> death.isAfter(since)).count();
    return recent >= MOST
        ? new Verdict.GiveUp()
        : new Verdict.Restart(latest.plus(FIRST_DELAY.multipliedBy(1L << (recent - 1))));
  }
}
