package dev.frontline.local.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {

  @TempDir Path directory;

  @Test
  void theStackRunsFromACopyThatALaterBuildDoesNotTouch() throws IOException {
    Installation built = new Installation(directory.resolve("checkout"));
    for (Part part : Part.services()) {
      write(built.service(part).resolve("quarkus-run.jar"), "first build");
      write(built.service(part).resolve("lib/main/some.library.jar"), "library");
    }
    Home home = new Home(directory.resolve("home"));

    Installation staged = Staging.copy(built, home);
    write(built.service(Part.INGEST).resolve("quarkus-run.jar"), "second build");

    assertThat(staged.unpacked()).isTrue();
    assertThat(staged.runnable(Part.INGEST)).hasContent("first build");
    assertThat(staged.service(Part.ROUTING).resolve("lib/main/some.library.jar"))
        .hasContent("library");
    assertThat(staged.commandClasspath()).isEqualTo(staged.root().resolve("lib") + "/*");
    assertThat(staged.root().resolve("lib")).isNotEmptyDirectory();
  }

  @Test
  void anUnpackedArchiveRunsAsItIs() throws IOException {
    Installation unpacked = new Installation(directory);
    Files.createDirectories(directory.resolve("services"));

    assertThat(Staging.copy(unpacked, new Home(directory.resolve("home")))).isEqualTo(unpacked);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
