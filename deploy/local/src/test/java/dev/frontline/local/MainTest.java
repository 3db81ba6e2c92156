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

  private static String told(String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine line = Main.line().setOut(new PrintWriter(out));
    assertThat(line.execute(arguments)).isZero();
    return out.toString();
  }
}
