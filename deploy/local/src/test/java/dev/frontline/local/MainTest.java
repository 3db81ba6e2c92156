package dev.frontline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up", "down", "status", "logs", "replay", "backup", "restore", "reset", "doctor", "bench",
        "chaos", "topics", "secrets"
      })
  void everyCommandExplainsItself(String command) {
    assertThat(told(command, "--help"))
        .startsWith("Usage: frontline " + command)
        .contains("--help");
  }

  @Test
  void theCommandItselfNamesThem() {
    assertThat(told("--help")).contains("up", "down", "replay", "classify", "chaos", "doctor");
  }

  @Test
  void chaosNamesThePartsThatItMayEnd() {
    assertThat(refused("chaos", "--part", "classify-service"))
        .contains("--part")
        .contains("[stack, classify, routing, ingest, dashboard]")
        .contains("'classify-service'");
  }

  @Test
  void chaosNamesTheSignalsThatItMaySend() {
    assertThat(refused("chaos", "--signal", "HUP"))
        .contains("--signal")
        .contains("[KILL, TERM]")
        .contains("'HUP'");
  }

  private static String refused(String... arguments) {
    StringWriter err = new StringWriter();
    CommandLine line = Main.line().setErr(new PrintWriter(err));
    assertThat(line.execute(arguments)).isEqualTo(2);
    return err.toString();
  }

  private static String told(String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine line = Main.line().setOut(new PrintWriter(out));
    assertThat(line.execute(arguments)).isZero();
    return out.toString();
  }
}
