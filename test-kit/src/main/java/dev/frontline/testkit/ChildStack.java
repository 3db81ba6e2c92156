package dev.frontline.testkit;

import dev.frontline.local.stack.StackMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Broker and store in a process beside the test's, so that neither its class loaders nor its
 * logging get in their way. It ends with this JVM, however that ends: its input closes.
 */
public final class ChildStack implements AutoCloseable {

  private static final long READY_MS = 90_000;
  private static final long POLL_MS = 50;

  private final Process process;
  private final EmbeddedStack addresses;

  private ChildStack(Process process, EmbeddedStack addresses) {
    this.process = process;
    this.addresses = addresses;
  }

  /**
   * Starts one over the given folder, empty or with what an earlier one left there.
   *
   * @param ports client port, controller port and store port
   * @throws IOException when it is not ready within 90 s, with its log
   */
  public static ChildStack start(Path directory, StackPorts ports)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(directory, "stack-", ".log");
    Process process =
        new ProcessBuilder(command(directory, ports))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    ChildStack child =
        new ChildStack(
            process,
            new EmbeddedStack(
                "127.0.0.1:" + ports.kafka(), "mongodb://127.0.0.1:" + ports.store()));
    child.awaitReady(log);
    return child;
  }

  /** Where this one listens. */
  public EmbeddedStack addresses() {
    return addresses;
  }

  /** Ends it as a crash would ({@code kill -9}): no shutdown, no flush. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it cleanly. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> command(Path directory, StackPorts ports) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        StackMain.class.getName(),
        "--dir",
        directory.toString(),
        "--kafka",
        ports.kafka() + "," + ports.controller(),
        "--store",
        String.valueOf(ports.store()),
        "--until",
        "input-closes");
  }

  private void awaitReady(Path log) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(READY_MS);
    while (!Files.readString(log).contains(StackMain.READY)) {
      // Looks again after a moment, or at once where it ended.
      if (process.waitFor(POLL_MS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IOException("broker and store are not ready: " + Files.readString(log));
      }
    }
  }
}
