package dev.frontline.local.chaos;

import dev.frontline.local.supervise.RestartPolicy;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Ends parts of a running stack one after the other, each time waiting until all work again. */
final class KillSeries {

  /** What a part may take to end that is told to stop; the supervisor itself waits as long. */
  static final Duration STOPPED = Duration.ofSeconds(30);

  private static final Duration READY_AGAIN = Duration.ofSeconds(90);

  /** So long after its start a part works as it does all day. */
  private static final Duration AT_WORK = Duration.ofSeconds(8);

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LEAST_WAIT_MS = 500;
  private static final int MORE_WAIT_MS = 2500;

  private final Victims victims;
  private final Timing timing;
  private final PrintStream out;

  KillSeries(Victims victims, Timing timing, PrintStream out) {
    this.victims = victims;
    this.timing = timing;
    this.out = out;
  }

  /**
   * Goes through the plan.
   *
   * @return ends that were crashes, those that nobody asked for among them
   * @throws IOException where a part does not come back
   */
  int run(KillPlan plan) throws IOException, InterruptedException {
    Random random = new Random(plan.seed());
    int before = victims.deaths();
    int crashes = 0;
    long ended = timing.nanos() - RestartPolicy.HARMLESS.toNanos();
    for (int i = 0; i < plan.kills(); i++) {
      if (plan.part() != null) {
        spare(timing.nanos() - ended);
        timing.pass(AT_WORK);
      }
      timing.pass(Duration.ofMillis(LEAST_WAIT_MS + random.nextInt(MORE_WAIT_MS)));
      List<String> names = victims.names();
      String victim = plan.victim(i, names, random);
      out.printf("kill %d of %d: %s%n", i + 1, plan.kills(), victim);
      if (plan.signal() == StopSignal.TERM) {
        crashes += terminate(victim) instanceof Ending.Crashed ? 1 : 0;
      } else {
        victims.kill(victim);
      }
      ended = timing.nanos();
      if (!victims.awaitReady(READY_AGAIN)) {
        throw new IOException(
            victim + " did not come back within " + READY_AGAIN.toSeconds() + " s");
      }
    }
    return crashes + Math.max(0, victims.deaths() - before - plan.kills());
  }

  private Ending terminate(String victim) throws InterruptedException {
    Duration worked = victims.worked(victim);
    timing.pass(LOOK);
    double share = (double) victims.worked(victim).minus(worked).toMillis() / LOOK.toMillis();
    Ending ending = victims.terminate(victim, STOPPED);
    out.printf("  busy with %.0f %% of a core; %s%n", 100 * share, ending);
    return ending;
  }

  /** A part that ends too often is given up; ended no more often than this it never is. */
  private void spare(long nanosSinceEnd) throws InterruptedException {
    Duration left = RestartPolicy.HARMLESS.minusNanos(nanosSinceEnd);
    if (left.compareTo(Duration.ZERO) > 0) {
      timing.pass(left);
    }
  }
}
