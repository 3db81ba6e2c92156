package dev.frontline.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.local.replay.Recording.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {

  private static final String HEADING = "id,text,author.id,author.followers,engagement.rating\n";

  @Test
  void aRowIsAPostWhoseFieldsItsHeadingNames() throws IOException {
    assertThat(lines(HEADING + "r:1,it leaks,jo,120,4.5\r\nr:2,fine,kim,,\n"))
        .containsExactly(
            Line.of(
                2,
                "{\"id\":\"r:1\",\"text\":\"it leaks\",\"author\":{\"id\":\"jo\",\"followers\":120},"
                    + "\"engagement\":{\"rating\":4.5}}"),
            Line.of(3, "{\"id\":\"r:2\",\"text\":\"fine\",\"author\":{\"id\":\"kim\"}}"));
  }

  @Test
  void quotedCellsMayHoldCommasQuotesAndLines() throws IOException {
    List<Line> lines =
        lines("id,text\nr:1,\"he said \"\"no\"\", then\r\nleft\"\nr:2,\"\"\nr:3,a \"b\" c");

    assertThat(lines)
        .containsExactly(
            Line.of(2, "{\"id\":\"r:1\",\"text\":\"he said \\\"no\\\", then\\r\\nleft\"}"),
            Line.of(4, "{\"id\":\"r:2\"}"),
            Line.of(5, "{\"id\":\"r:3\",\"text\":\"a \\\"b\\\" c\"}"));
  }

  @Test
  void aRowThatIsWrongIsToldByItsLineAndTheNextOneIsRead() throws IOException {
    List<Line> lines = lines("id,text\nr:1\nr:2,a,b\nr:3,good\n\nr:4,\"open\nr:5,lost");

    assertThat(lines)
        .containsExactly(
            Line.wrong(2, "has 1 cells, the heading has 2"),
            Line.wrong(3, "has 3 cells, the heading has 2"),
            Line.of(4, "{\"id\":\"r:3\",\"text\":\"good\"}"),
            Line.of(5, ""),
            Line.wrong(6, "opens a quote that is not closed"));
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotTakeTheWholeFile() throws IOException {
    String filler = "r:n,good\n".repeat(150_000);

    List<Line> lines = lines("id,text\nr:1,\"open\n" + filler);

    assertThat(lines.get(0).fault()).contains("a quote opened on line 2");
    assertThat(lines).hasSizeGreaterThan(30_000);
    assertThat(lines.get(lines.size() - 1).text()).isEqualTo("{\"id\":\"r:n\",\"text\":\"good\"}");
  }

  @Test
  void whatIsNotUtf8IsToldByItsLine() throws IOException {
    assertThat(lines("id,text\nr:1,añejo\nr:2,viejo\n", StandardCharsets.ISO_8859_1))
        .containsExactly(
            Line.wrong(2, "is not UTF-8"), Line.of(3, "{\"id\":\"r:2\",\"text\":\"viejo\"}"));
  }

  @Test
  void semicolonsAndAByteOrderMarkAreWhatSpreadsheetsWrite() throws IOException {
    assertThat(lines("\uFEFFid;text\nr:1;\"a;b\"\n"))
        .containsExactly(Line.of(2, "{\"id\":\"r:1\",\"text\":\"a;b\"}"));
  }

  @Test
  void aFileIsATableByItsName(@TempDir Path folder) throws IOException {
    Path csv = Files.writeString(folder.resolve("posts.CSV"), "id\nr:1\n");
    Path lines = Files.writeString(folder.resolve("posts.jsonl"), "id\nr:1\n");

    try (Recording table = Recording.open(csv);
        Recording jsonl = Recording.open(lines)) {
      assertThat(table.next()).isEqualTo(Line.of(2, "{\"id\":\"r:1\"}"));
      assertThat(jsonl.next()).isEqualTo(Line.of(1, "id"));
    }
  }

  private static List<Line> lines(String file) throws IOException {
    return lines(file, StandardCharsets.UTF_8);
  }

  private static List<Line> lines(String file, Charset charset) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (CsvTable table = new CsvTable(new ByteArrayInputStream(file.getBytes(charset)))) {
      for (Line line = table.next(); line != null; line = table.next()) {
        lines.add(line);
      }
    }
    return lines;
  }
}
