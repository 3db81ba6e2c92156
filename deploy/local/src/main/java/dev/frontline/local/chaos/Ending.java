package dev.frontline.local.chaos;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a part ended that was told to stop. */
public sealed interface Ending {

  /** 128 + SIGTERM: a JVM that was told to stop ended by itself. */
  int TERMINATED = 143;

  /** By itself, in time. */
  record Clean(int exit, Duration took) implements Ending {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "ended after %.1f s, exit %d", took.toMillis() / 1000.0, exit);
    }
  }

  /** Any other way. */
  record Crashed(String how) implements Ending {

    @Override
    public String toString() {
      return "CRASHED: " + how;
    }
  }

  /**
   * Judges an end.
   *
   * @param exit the process's exit status, null where nobody learned it
   * @param report the crash report that the JVM left, null where there is none
   * @param took from the signal to the end
   */
  static Ending of(@Nullable Integer exit, @Nullable String report, Duration took) {
    if (report != null) {
      return new Crashed("exit " + exit + ", report " + report);
    }
    if (exit == null) {
      return new Crashed("its exit status is not known");
    }
    return exit == 0 || exit == TERMINATED
        ? new Clean(exit, took)
        : new Crashed("exit " + exit + " instead of 0 or " + TERMINATED);
  }

  /** It was still running when the time was up, and was killed. */
  static Ending late(Duration atMost) {
    return new Crashed("still running " + atMost.toSeconds() + " s after it was told to stop");
  }
}
