package dev.frontline.local.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines that go to ingest in one request: not too many, and well below the size it takes. */
final class Chunk {

  private static final int MOST_LINES = 500;
  private static final int MOST_BYTES = 4 << 20;

  private final List<String> lines = new ArrayList<>();
  private long bytes;

  /** Whether the line still fits; any line fits into an empty chunk. */
  boolean fits(String line) {
    return lines.isEmpty() || (lines.size() < MOST_LINES && bytes + size(line) <= MOST_BYTES);
  }

  void add(String line) {
    lines.add(line);
    bytes += size(line);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** All lines; the chunk is empty afterwards. */
  List<String> take() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    bytes = 0;
    return taken;
  }

  private static long size(String line) {
    return line.getBytes(StandardCharsets.UTF_8).length + 1L;
  }
}
