package dev.frontline.classify.cli;

import dev.frontline.classify.model.ModelFile;
import dev.frontline.classify.model.Tier0Model;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model a command uses. */
final class ModelOption {

  @Option(names = "--model", description = "Model file (default: the one that ships).")
  private @Nullable Path file;

  Tier0Model read() throws IOException {
    if (file == null) {
      return ModelFile.shipped();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return ModelFile.read(in);
    }
  }
}
