package dev.frontline.local.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A recorded stream, post by post. */
interface Recording extends Closeable {

  /**
   * One post.
   *
   * @param number of the line in the file on which it begins, from 1
   * @param text a webhook's {@code data} as JSON; null where there is none that can be read
   * @param fault what is wrong with it; empty where nothing is
   */
  record Line(long number, @Nullable String text, String fault) {
    static Line of(long number, String text) {
      return new Line(number, text, "");
    }

    static Line wrong(long number, String fault) {
      return new Line(number, null, fault);
    }
  }

  /** The next one, null at the end. */
  @Nullable Line next() throws IOException;

  /**
   * Opens a file by its name: {@code .csv} is a table, everything else has a JSON object a line.
   */
  static Recording open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")
        ? new CsvTable(in)
        : new JsonLines(in);
  }
}
