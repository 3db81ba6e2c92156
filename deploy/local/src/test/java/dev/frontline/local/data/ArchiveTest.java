package dev.frontline.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.local.Trouble;
import dev.frontline.local.place.Home;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  @TempDir Path directory;

  @Test
  void whatWasSavedReplacesWhatIsThere() throws IOException {
    Home home = new Home(directory.resolve("home"));
    write(home.data().resolve("stack/store/store.mv"), "monday");
    write(home.secrets().resolve("keys"), "service-key old");
    Path file = directory.resolve("monday.backup");
    Archive.save(home.directory(), BackupCommand.FOLDERS, file);
    write(home.data().resolve("stack/store/store.mv"), "tuesday");
    write(home.data().resolve("later"), "x");

    Path fresh = Files.createDirectory(directory.resolve("fresh"));
    Archive.unpack(file, fresh);
    RestoreCommand.exchange(home, fresh);

    assertThat(home.data().resolve("stack/store/store.mv")).hasContent("monday");
    assertThat(home.data().resolve("later")).doesNotExist();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.secrets().resolve("keys"))))
        .isEqualTo("rw-------");
  }

  @Test
  void anotherZipFileIsRefused() throws IOException {
    Path file = zip("readme.txt");

    assertThatThrownBy(() -> Archive.unpack(file, directory))
        .isInstanceOf(Trouble.class)
        .hasMessageEndingWith("is no backup of Frontline");
  }

  @Test
  void anArchiveThatReachesOutsideItsFolderIsRefused() throws IOException {
    Path file = zip("frontline-backup", "../outside");
    Path into = Files.createDirectory(directory.resolve("into"));

    assertThatThrownBy(() -> Archive.unpack(file, into)).isInstanceOf(Trouble.class);

    assertThat(directory.resolve("outside")).doesNotExist();
  }

  private Path zip(String... names) throws IOException {
    Path file = directory.resolve("some.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.closeEntry();
      }
    }
    return file;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
