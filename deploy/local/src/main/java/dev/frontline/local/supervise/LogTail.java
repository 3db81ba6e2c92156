package dev.frontline.local.supervise;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the end of a log file that somebody else writes. */
public final class LogTail {

  private static final int MOST_BYTES = 1 << 18;

  private LogTail() {}

  /** Lines from this byte on, at most the last 256 KB; none where there is no file. */
  public static Stream<String> linesFrom(Path log, long from) {
    if (Files.notExists(log)) {
      return Stream.empty();
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long start = Math.max(Math.min(from, file.length()), file.length() - MOST_BYTES);
      byte[] bytes = new byte[(int) (file.length() - start)];
      file.seek(start);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  /** The last lines of the file. */
  public static List<String> last(Path log, int lines) {
    List<String> all = linesFrom(log, 0).toList();
    return all.subList(Math.max(0, all.size() - lines), all.size());
  }

  /**
   * The line that tells best why a process died: the last one that speaks of an error, else the
   * last one that is no part of a stack trace; empty where it wrote nothing.
   */
  public static String lastWords(Path log, long from) {
    List<String> lines =
        linesFrom(log, from)
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("at ") && !line.startsWith("..."))
            .toList();
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i);
      if (line.contains("ERROR")
          || line.contains("SEVERE")
          || line.contains("cannot start")
          || line.startsWith("Exception in thread")
          || line.startsWith("Caused by:")) {
        return line;
      }
    }
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }
}
