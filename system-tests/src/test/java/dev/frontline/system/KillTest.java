package dev.frontline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every part killed with {@code -9} under load, then the sum of the promise. */
class KillTest {

  /** Each of the five parts once, or three times in a full run. */
  private static final String KILLS = Boolean.getBoolean("frontline.test.full") ? "15" : "5";

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void nothingIsLostOrDoubledWhenEveryPartIsKilled() throws IOException, InterruptedException {
    Process chaos =
        new ProcessBuilder(
                RunningStack.repositoryRoot().resolve("frontline").toString(),
                "chaos",
                "--kills",
                KILLS)
            .directory(RunningStack.repositoryRoot().toFile())
            .redirectErrorStream(true)
            .start();

    List<String> lines;
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(chaos.getInputStream(), StandardCharsets.UTF_8))) {
      lines = reader.lines().toList();
    }
    int exit = chaos.waitFor();

    assertThat(exit).as(String.join("\n", lines)).isZero();
    assertThat(lines.get(lines.size() - 1))
        .startsWith("RESULT in=")
        .contains(" lost=0 ")
        .contains(" duplicates=0 ")
        .endsWith(" kills=" + KILLS);
  }
}
