package dev.frontline.local.data;

import dev.frontline.local.Trouble;
import dev.frontline.local.place.Folders;
import dev.frontline.local.place.Home;
import dev.frontline.local.run.DownCommand;
import dev.frontline.local.run.Surroundings;
import java.io.Console;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops the stack and deletes all posts, cases and counts; passwords and keys stay. */
@Command(name = "reset", description = "Stops the stack and deletes its data; passwords stay.")
public final class ResetCommand implements Callable<Integer> {

  @Option(names = "--yes", description = "Does not ask.")
  private boolean yes;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = Surroundings.of(System.getenv()).home();
    if (!yes && !agreed(home)) {
      System.out.println("Nothing was deleted.");
      return 1;
    }
    DownCommand.stop(home, System.out);
    Folders.delete(home.data());
    System.out.println("All data in " + home.data() + " is deleted; ./frontline up begins anew.");
    return 0;
  }

  private static boolean agreed(Home home) {
    Console console = System.console();
    if (console == null) {
      throw new Trouble("reset deletes all data in " + home.data() + "; say so with --yes");
    }
    String answer = console.readLine("Delete all data in %s? Type yes: ", home.data());
    return "yes".equals(answer);
  }
}
