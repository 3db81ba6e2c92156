package dev.frontline.local.data;

import dev.frontline.local.Trouble;
import dev.frontline.local.place.Home;
import dev.frontline.local.run.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Saves all data and secrets into one file; a running stack pauses meanwhile. */
@Command(
    name = "backup",
    description =
        "Saves all data into FILE; a running stack pauses for it. Keep it safe: it holds"
            + " the passwords.")
public final class BackupCommand implements Callable<Integer> {

  static final List<String> FOLDERS = List.of("data", "secrets");

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    Surroundings around = Surroundings.of(System.getenv());
    Home home = around.home();
    if (Files.notExists(home.data())) {
      throw new Trouble("there is nothing to save in " + home.directory());
    }
    Pausing.around(around, System.out, () -> Archive.save(home.directory(), FOLDERS, file));
    System.out.printf("saved: %s (%,d KB)%n", file, Files.size(file) >> 10);
    return 0;
  }
}
