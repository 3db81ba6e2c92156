package dev.frontline.local.demo.player;

import dev.frontline.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps {@link Progress} in a file that is always whole: written beside and moved over it. */
public final class ProgressFile {

  private final Path file;

  public ProgressFile(Path file) {
    this.file = file;
  }

  Optional<Progress> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readValue(file.toFile(), Progress.class));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is damaged; remove it to play from the start", e);
    }
  }

  void write(Progress progress) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path beside = file.resolveSibling(file.getFileName() + ".new");
      Files.write(beside, Json.MAPPER.writeValueAsBytes(progress));
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
