package dev.frontline.local.run;

import dev.frontline.local.place.Home;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Parts that outlived their supervisor, which was killed. */
final class Leftovers {

  private static final long STOP_SECONDS = 30;

  private Leftovers() {}

  /** Ends them, the services before broker and store; returns how many there were. */
  static int end(Home home, PrintStream out) throws InterruptedException {
    List<ProcessHandle> alive =
        StackState.read(home).filter(s -> !s.supervised()).map(StackState::alive).orElse(List.of());
    if (!alive.isEmpty()) {
      out.println("ending " + alive.size() + " parts that an earlier run left behind");
    }
    for (int i = alive.size() - 1; i >= 0; i--) {
      end(alive.get(i));
    }
    return alive.size();
  }

  private static void end(ProcessHandle process) throws InterruptedException {
    process.destroy();
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    }
  }
}
