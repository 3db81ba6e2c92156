package dev.frontline.routing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestMainTest {

  @TempDir private Path folder;

  private final StringWriter told = new StringWriter();

  @Test
  void everyThresholdTellsWhatItWouldHaveRung() throws IOException {
    List<String> lines = new ArrayList<>(List.of("timestamp,value"));
    Instant begin = Instant.parse("2026-03-02T00:00:00Z");
    for (int i = 0; i < 288 * 9; i++) {
      lines.add(begin.plusSeconds(300L * i) + "," + (i < 288 * 8 ? 10 + i % 3 : 90));
    }
    Path series = Files.write(folder.resolve("series.csv"), lines);

    int code = run("--series", series.toString(), "--thresholds", "1.6,1000");

    assertThat(code).isZero();
    assertThat(told.toString())
        .contains("threshold 1.60: 1 alarms", "  2026-03-10T00:0", "threshold 1000.00: 0 alarms")
        .endsWith(String.format("RESULT moments=2592 thresholds=2 fewest=0%n"));
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(run("--series", folder.resolve("none.csv").toString())).isEqualTo(1);
    assertThat(run("--series", "x.csv", "--thresholds", "0")).isEqualTo(2);
    assertThat(told.toString())
        .contains("none.csv cannot be read", "--thresholds must be numbers above 0");
  }

  private int run(String... args) {
    PrintWriter writer = new PrintWriter(told, true);
    return BacktestMain.run(writer, writer, args);
  }
}
