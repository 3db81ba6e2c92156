package dev.frontline.local.data;

import dev.frontline.local.Trouble;
import dev.frontline.local.place.Folders;
import dev.frontline.local.place.Home;
import dev.frontline.local.run.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a backup in the place of what is there; a running stack pauses meanwhile. */
@Command(name = "restore", description = "Brings all data of a backup back in place of today's.")
public final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isReadable(file)) {
      throw new Trouble("there is no file " + file);
    }
    Surroundings around = Surroundings.of(System.getenv());
    Home home = around.home();
    Path fresh = home.directory().resolve("restoring");
    Folders.delete(fresh);
    Files.createDirectories(fresh);
    try {
      // Unpacked whole before anything of today is touched.
      Archive.unpack(file, fresh);
      Pausing.around(around, System.out, () -> exchange(home, fresh));
    } finally {
      Folders.delete(fresh);
    }
    System.out.println("restored: " + file);
    return 0;
  }

  static void exchange(Home home, Path fresh) throws IOException {
    for (String folder : BackupCommand.FOLDERS) {
      if (Files.exists(fresh.resolve(folder))) {
        Path place = home.directory().resolve(folder);
        Folders.delete(place);
        Files.move(fresh.resolve(folder), place, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    onlyForTheOwner(home.secrets());
  }

  private static void onlyForTheOwner(Path secrets) throws IOException {
    if (Files.notExists(secrets)
        || !secrets.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwx------"));
    List<Path> files;
    try (Stream<Path> all = Files.list(secrets)) {
      files = all.toList();
    }
    for (Path secret : files) {
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    }
  }
}
