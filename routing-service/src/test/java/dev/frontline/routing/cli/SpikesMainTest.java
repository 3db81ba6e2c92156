package dev.frontline.routing.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpikesMainTest {

  private static final Path SERIES = Path.of("../../shared/nab");

  @TempDir private Path folder;

  private final StringWriter told = new StringWriter();

  @Test
  void anAlarmIsALineWithTheTimestampAsItStoodAndWhy() throws IOException {
    LocalDateTime begin = LocalDateTime.parse("2026-03-02T00:00:00");
    List<String> lines = new ArrayList<>(List.of("timestamp,value"));
    for (int i = 0; i < 288 * 9; i++) {
      String at = begin.plusMinutes(5L * i).toString().replace('T', ' ');
      lines.add((at.length() == 16 ? at + ":00" : at) + "," + (i < 288 * 8 ? 10 + i % 3 : 90));
    }
    Path series = Files.write(folder.resolve("series.csv"), lines);
    Path out = folder.resolve("alerts.csv");

    int code = run("--series", series.toString(), "--out", out.toString());

    assertThat(code).isZero();
    assertThat(Files.readAllLines(out))
        .hasSize(2)
        .startsWith("timestamp,score,why")
        .last()
        .asString()
        .matches("2026-03-10 00:0\\d:00,\\d+\\.\\d\\d,\\d+ within .* where \\d+\\.\\d are usual");
  }

  @Test
  void whatIsWrongIsNamedWithLineAndFieldAndWhatIsAllowed() throws IOException {
    assertThat(complaintAbout("time,count")).contains("the header must be timestamp,value");
    assertThat(complaintAbout("timestamp,value", "yesterday,1"))
        .contains("line 2: timestamp must be a time such as");
    assertThat(complaintAbout("timestamp,value", "2026-03-02T12:00:00Z,many"))
        .contains("line 2: value must be a number of 0 or more");
    assertThat(complaintAbout("timestamp,value", "2026-03-02T12:00:00Z,-1"))
        .contains("line 2: value must be a number of 0 or more");
    assertThat(
            complaintAbout("timestamp,value", "2026-03-02T12:00:00Z,1", "2026-03-02T12:00:00Z,1"))
        .contains("line 3: timestamp must be later than the line before");
    assertThat(run("--series", "none.csv", "--out", "x")).isEqualTo(1);
    assertThat(run("--series", "none.csv")).isEqualTo(2);
  }

  @Test
  void realSeriesOfMentionsScoreAsTheFiguresSay() throws IOException {
    assumeTrue(Files.isDirectory(SERIES), "skipped: ../shared/nab is not here");
    NabScore standard = new NabScore(0.11);
    NabScore wary = new NabScore(0.22);
    JsonNode windows = Json.MAPPER.readTree(SERIES.resolve("windows.json").toFile());

    for (var named : windows.properties()) {
      Path series = SERIES.resolve("series").resolve(named.getKey());
      Path out = folder.resolve(named.getKey());
      assertThat(run("--series", series.toString(), "--out", out.toString())).isZero();
      List<String> stamps = firstFields(series);
      TreeSet<Integer> alarms = new TreeSet<>();
      firstFields(out).forEach(at -> alarms.add(stamps.indexOf(at)));
      List<int[]> spans = new ArrayList<>();
      for (JsonNode window : named.getValue()) {
        int from = stamps.indexOf(window.get(0).asText().substring(0, 19));
        spans.add(new int[] {from, stamps.indexOf(window.get(1).asText().substring(0, 19))});
      }
      standard.add(stamps.size(), spans, alarms);
      wary.add(stamps.size(), spans, alarms);
    }

    assertThat(standard.total()).isBetween(85.5, 86.5);
    assertThat(wary.total()).isBetween(76.7, 77.7);
  }

  private static List<String> firstFields(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(l -> l.split(",", 2)[0]).toList();
  }

  private String complaintAbout(String... lines) throws IOException {
    Path series = Files.write(folder.resolve("wrong.csv"), List.of(lines));
    told.getBuffer().setLength(0);
    int code = run("--series", series.toString(), "--out", folder.resolve("out.csv").toString());
    assertThat(code).isEqualTo(1);
    return told.toString();
  }

  private int run(String... args) {
    PrintWriter writer = new PrintWriter(told, true);
    return SpikesMain.run(writer, writer, args);
  }
}
