package dev.frontline.local.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of posts (RFC 4180, UTF-8), separated by commas or, where the heading has none of those,
 * semicolons. Its heading names the fields of a webhook's {@code data}, those within another by
 * their path: {@code author.id}. A row that is wrong is told by its line, and the next one read.
 */
final class CsvTable implements Recording {

  private static final Set<String> COUNTS =
      Set.of("followers", "likes", "reposts", "replies", "quotes", "views", "score");
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char UNREADABLE = '\uFFFD';
  private static final int END = -1;

  /** A quote that nobody closed would take the rest of the file for one cell. */
  private static final int LONGEST_ROW = 1 << 20;

  private final Reader in;
  private final List<String> heading;
  private char separator = ',';
  private long line = 1;
  private int ahead;

  CsvTable(InputStream file) throws IOException {
    in =
        new BufferedReader(
            new InputStreamReader(
                file,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    ahead = in.read();
    if (ahead == BYTE_ORDER_MARK) {
      ahead = in.read();
    }
    List<String> first = row();
    if (first.size() == 1 && first.get(0).contains(";")) {
      separator = ';';
      first = List.of(first.get(0).split(";"));
    }
    heading = first.stream().map(String::strip).toList();
  }

  @Override
  public @Nullable Line next() throws IOException {
    if (ahead == END) {
      return null;
    }
    long number = line;
    List<String> cells;
    try {
      cells = row();
    } catch (Misquoted e) {
      return Line.wrong(number, e.getMessage());
    }
    if (cells.size() == 1 && cells.get(0).isBlank()) {
      return Line.of(number, "");
    }
    if (cells.size() != heading.size()) {
      return Line.wrong(
          number, "has " + cells.size() + " cells, the heading has " + heading.size());
    }
    if (cells.stream().anyMatch(cell -> cell.indexOf(UNREADABLE) >= 0)) {
      return Line.wrong(number, "is not UTF-8");
    }
    return Line.of(number, post(cells).toString());
  }

  private ObjectNode post(List<String> cells) {
    ObjectNode post = Json.MAPPER.createObjectNode();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        put(post, heading.get(i), cells.get(i));
      }
    }
    return post;
  }

  private static void put(ObjectNode post, String path, String cell) {
    int dot = path.indexOf('.');
    if (dot > 0) {
      put(post.withObject("/" + path.substring(0, dot)), path.substring(dot + 1), cell);
    } else if (COUNTS.contains(path) && cell.strip().matches("\\d{1,18}")) {
      post.put(path, Long.parseLong(cell.strip()));
    } else if (path.equals("rating") && cell.strip().matches("\\d{1,9}(\\.\\d{1,9})?")) {
      post.put(path, Double.parseDouble(cell.strip()));
    } else {
      // Ingest says what a field may be.
      post.put(path, cell);
    }
  }

  private List<String> row() throws IOException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    long begun = line;
    boolean quoted = false;
    boolean wasQuoted = false;
    int length = 0;
    while (ahead != END && (quoted || ahead != '\n')) {
      char c = (char) take();
      if (++length > LONGEST_ROW) {
        skipLine();
        throw new Misquoted("is too long: a quote opened on line " + begun + " is not closed");
      }
      if (quoted && c == '"' && ahead == '"') {
        cell.append((char) take());
      } else if (c == '"' && (quoted || cell.isEmpty() && !wasQuoted)) {
        wasQuoted = quoted;
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
        wasQuoted = false;
      } else if (quoted || c != '\r' || ahead != '\n') {
        cell.append(c);
      }
    }
    if (quoted) {
      throw new Misquoted("opens a quote that is not closed");
    }
    take();
    cells.add(cell.toString());
    return cells;
  }

  private void skipLine() throws IOException {
    while (ahead != END && ahead != '\n') {
      take();
    }
    take();
  }

  private int take() throws IOException {
    int taken = ahead;
    if (taken == '\n') {
      line++;
    }
    ahead = taken == END ? END : in.read();
    return taken;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** A row whose quotes do not fit. */
  private static final class Misquoted extends IOException {
    private static final long serialVersionUID = 1L;

    Misquoted(String message) {
      super(message);
    }
  }
}
