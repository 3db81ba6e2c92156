package dev.frontline.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A server of somebody else's that a test started, and ends. */
final class PeerProcess implements AutoCloseable {

  private static final long UP_SECONDS = 60;
  private static final long END_SECONDS = 10;
  private static final long LOOK_MS = 100;

  private final Process process;
  private final Path log;

  private PeerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Returns once it is up.
   *
   * @param log where it writes
   * @param up whether it is, by what it wrote
   */
  static PeerProcess start(List<String> command, Path log, Predicate<String> up)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    PeerProcess peer = new PeerProcess(process, log);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "peer-end"));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(UP_SECONDS);
    while (!up.test(peer.said())) {
      // Looks again after a moment, or at once where it ended.
      if (process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        peer.close();
        throw new IOException(command.get(0) + " did not come up:\n" + peer.said());
      }
    }
    return peer;
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.destroy();
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
