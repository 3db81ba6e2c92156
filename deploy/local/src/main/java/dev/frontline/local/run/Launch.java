package dev.frontline.local.run;

import dev.frontline.local.Main;
import dev.frontline.local.Trouble;
import dev.frontline.local.place.Home;
import dev.frontline.local.place.Installation;
import dev.frontline.local.place.Staging;
import dev.frontline.local.run.StackState.Phase;
import dev.frontline.local.supervise.LogTail;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A supervisor that this command started. */
final class Launch {

  private static final Path SESSION = Path.of("/usr/bin/setsid");
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final long STOP_SECONDS = 130;
  private static final long POLL_MS = 200;

  private final Process process;
  private final Home home;
  private final long logStart;

  private Launch(Process process, Home home, long logStart) {
    this.process = process;
    this.home = home;
    this.logStart = logStart;
  }

  static Launch start(Surroundings around, boolean demo, Map<String, String> environment)
      throws IOException {
    Installation program = Staging.copy(around.installation(), around.home());
    Path log = around.home().log("supervisor");
    Files.createDirectories(log.getParent());
    long logStart = Files.exists(log) ? Files.size(log) : 0;
    ProcessBuilder builder = new ProcessBuilder(command(program, demo));
    builder.environment().putAll(environment);
    builder.environment().put("FRONTLINE_HOME", around.home().directory().toString());
    builder.environment().put("FRONTLINE_CONFIG", around.config().toString());
    builder.directory(around.installation().root().toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    return new Launch(builder.start(), around.home(), logStart);
  }

  private static List<String> command(Installation program, boolean demo) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SESSION)) {
      // A session of its own: it outlives this terminal and does not hear its Ctrl-C.
      command.add(SESSION.toString());
    }
    command.addAll(
        List.of(
            Installation.java(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-D" + Installation.ROOT + "=" + program.root(),
            "-cp",
            program.commandClasspath(),
            Main.class.getName(),
            "supervise"));
    if (demo) {
      command.add("--demo");
    }
    return command;
  }

  /**
   * Waits until every part is ready.
   *
   * @throws Trouble saying why that will not be
   */
  void awaitUp(Progress progress) throws InterruptedException {
    long start = System.nanoTime();
    while (true) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      Optional<StackState> state = state();
      state.ifPresent(s -> progress.show(s.children(), seconds));
      if (state.isPresent() && state.get().phase() == Phase.UP) {
        progress.done();
        return;
      }
      if (!process.isAlive()) {
        progress.done();
        throw new Trouble("not started: " + why(state()));
      }
      if (seconds > PATIENCE.toSeconds()) {
        progress.done();
        stop();
        throw new Trouble(
            "not ready after " + PATIENCE.toMinutes() + " minutes; see " + home.logs());
      }
      Thread.sleep(POLL_MS);
    }
  }

  /** Waits until somebody stops it; tells when a part dies meanwhile. */
  int awaitEnd(PrintStream out) throws InterruptedException {
    String told = "up";
    while (!process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
      String message = state().map(StackState::message).orElse(told);
      if (message != null && !message.equals(told)) {
        out.println(message);
        told = message;
      }
    }
    // A supervisor that was asked to stop ends with the signal's number.
    boolean stopped = state().filter(s -> s.phase() == Phase.STOPPED).isPresent();
    return stopped ? 0 : process.exitValue();
  }

  /** Stops everything and waits for it. */
  void stop() {
    process.destroy();
    try {
      process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Only what this supervisor wrote, not one before. */
  private Optional<StackState> state() {
    return StackState.read(home).filter(s -> s.supervisor().pid() == process.pid());
  }

  private String why(Optional<StackState> state) {
    String message = state.map(StackState::message).orElse(null);
    if (state.isPresent() && state.get().phase() == Phase.FAILED && message != null) {
      return message;
    }
    String words = LogTail.lastWords(home.log("supervisor"), logStart);
    return words.isEmpty() ? "the supervisor died" : words;
  }
}
