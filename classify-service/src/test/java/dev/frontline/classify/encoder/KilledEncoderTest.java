package dev.frontline.classify.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime crashes a JVM that stops while a thread is inside it. */
class KilledEncoderTest {

  /** 128 + SIGTERM: the JVM ended by itself. */
  private static final int TERMINATED = 143;

  private static final int KILLS = Boolean.getBoolean("frontline.test.full") ? 20 : 2;

  @Test
  void toldToStopUnderFullLoadTheProcessEndsWithoutACrash(@TempDir Path folder)
      throws IOException, InterruptedException {
    for (int kill = 0; kill < KILLS; kill++) {
      assertThat(endOf(started(folder, ""))).isEqualTo(TERMINATED);
    }
    try (Stream<Path> crashes = Files.list(folder)) {
      assertThat(crashes).isEmpty();
    }
  }

  /** The runtime reads the command line when it starts, with a stack for each of its letters. */
  @Test
  void aLongCommandLineDoesNotCrashTheProcess(@TempDir Path folder)
      throws IOException, InterruptedException {
    assertThat(endOf(started(folder, "x".repeat(50_000)))).isEqualTo(TERMINATED);
  }

  private static Process started(Path folder, String argument) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"),
            "-cp",
            classPath(),
            BusyEncoder.class.getName(),
            argument)
        .redirectErrorStream(true)
        .start();
  }

  /** Waits until the process is busy, tells it to stop, and returns how it ended. */
  private static int endOf(Process process) throws IOException, InterruptedException {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> said = new ArrayList<>();
      String line = out.readLine();
      while (line != null && !line.equals("busy")) {
        said.add(line);
        line = out.readLine();
      }
      assertThat(line).as("%s", said).isEqualTo("busy");

      process.destroy();

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return process.exitValue();
  }

  /** Only what the encoder needs: the test's own class path may stand in a jar's manifest. */
  private static String classPath() {
    return Stream.of(
            BusyEncoder.class,
            Encoder.class,
            ai.onnxruntime.OrtEnvironment.class,
            com.fasterxml.jackson.core.JsonFactory.class,
            org.jboss.logging.Logger.class,
            org.jspecify.annotations.Nullable.class)
        .map(c -> c.getProtectionDomain().getCodeSource().getLocation().getPath())
        .collect(Collectors.joining(File.pathSeparator, model() + File.pathSeparator, ""));
  }

  private static String model() {
    String jar = String.valueOf(Encoder.class.getResource(Vocabulary.SHIPPED));
    return jar.substring("jar:file:".length(), jar.indexOf('!'));
  }
}
