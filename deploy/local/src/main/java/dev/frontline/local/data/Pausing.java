package dev.frontline.local.data;

import dev.frontline.local.run.DownCommand;
import dev.frontline.local.run.StackState;
import dev.frontline.local.run.Surroundings;
import dev.frontline.local.run.UpCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Stops the stack around work on its files, and starts it again as it ran. Files copied under a
 * running broker and store would hold half of a change.
 */
final class Pausing {

  private Pausing() {}

  /** Work on files that nobody writes. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /** The stack runs again afterwards, in the background, even where the work failed. */
  static void around(Surroundings surroundings, PrintStream out, Work work)
      throws IOException, InterruptedException {
    Optional<StackState> running =
        StackState.read(surroundings.home()).filter(StackState::supervised);
    DownCommand.stop(surroundings.home(), out);
    try {
      work.run();
    } finally {
      if (running.isPresent()) {
        out.println("starting again …");
        UpCommand.startInBackground(surroundings, running.get().demo(), System.getenv(), out);
      }
    }
  }
}
