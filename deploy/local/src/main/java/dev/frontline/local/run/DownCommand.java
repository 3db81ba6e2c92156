package dev.frontline.local.run;

import dev.frontline.local.Trouble;
import dev.frontline.local.place.Home;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/** Stops the stack cleanly: the services drain, then broker and store close their files. */
@Command(name = "down", description = "Stops everything cleanly; the data stays.")
public final class DownCommand implements Callable<Integer> {

  private static final long STOP_SECONDS = 130;

  @Override
  public Integer call() throws InterruptedException {
    Home home = Surroundings.of(System.getenv()).home();
    System.out.println(
        stop(home, System.out) ? "Frontline is down." : "Frontline was not running.");
    return 0;
  }

  /**
   * Stops what runs over this folder.
   *
   * @return whether anything ran
   * @throws Trouble where it does not end in time
   */
  public static boolean stop(Home home, PrintStream out) throws InterruptedException {
    Optional<ProcessHandle> supervisor =
        StackState.read(home).flatMap(state -> state.supervisor().handle());
    if (supervisor.isEmpty()) {
      return Leftovers.end(home, out) > 0;
    }
    out.println("stopping …");
    supervisor.get().destroy();
    try {
      supervisor.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new Trouble(
          "the supervisor (process "
              + supervisor.get().pid()
              + ") does not end; see "
              + home.logs(),
          e);
    }
    Leftovers.end(home, out);
    return true;
  }
}
