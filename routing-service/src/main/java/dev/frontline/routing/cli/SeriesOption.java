package dev.frontline.routing.cli;

import dev.frontline.routing.incident.SeriesFile;
import dev.frontline.routing.incident.SeriesFile.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --series FILE}: the counts that a command goes through. */
final class SeriesOption {

  @Option(
      names = "--series",
      required = true,
      description = "A file of lines timestamp,value under that header, evenly apart.")
  private Path series = Path.of(".");

  /**
   * The file's moments in their order.
   *
   * @throws IOException where it cannot be read; names the line and what is allowed where that is
   *     why
   */
  List<Moment> moments() throws IOException {
    if (!Files.isReadable(series)) {
      throw new IOException("--series: " + series + " cannot be read");
    }
    return SeriesFile.read(series);
  }
}
