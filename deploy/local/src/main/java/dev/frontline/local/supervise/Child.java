package dev.frontline.local.supervise;

import dev.frontline.local.supervise.ChildStatus.State;
import dev.frontline.local.supervise.RestartPolicy.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One supervised process through all its lives; touched by the supervisor's thread alone. */
final class Child {

  private static final long MOST_LOG_BYTES = 20L << 20;
  private static final Path SESSION = Path.of("/usr/bin/setsid");

  private final ChildSpec spec;
  private final List<Instant> deaths = new ArrayList<>();
  private State state = State.WAITING;
  private @Nullable Process process;
  private @Nullable Instant startedAt;
  private @Nullable Integer lastExit;
  private Instant due = Instant.EPOCH;
  private long logStart;

  Child(ChildSpec spec) {
    this.spec = spec;
  }

  ChildStatus status() {
    return new ChildStatus(
        spec.name(),
        state,
        process == null ? 0 : process.pid(),
        startedAt,
        deaths.size(),
        lastExit);
  }

  State state() {
    return state;
  }

  void start(Instant now) throws IOException {
    rotate();
    logStart = Files.exists(spec.log()) ? Files.size(spec.log()) : 0;
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().putAll(spec.environment());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    process = builder.start();
    startedAt = now;
    state = State.STARTING;
  }

  /** Looks after it once; returns a line for people where something happened. */
  @Nullable String tick(Instant now) throws IOException {
    switch (state) {
      case STARTING, READY -> {
        if (process == null || !process.isAlive()) {
          return died(now);
        }
        if (state == State.STARTING && spec.probe().ready(spec.log(), logStart)) {
          state = State.READY;
          return spec.name() + " ready";
        }
      }
      case RESTARTING -> {
        if (!now.isBefore(due)) {
          start(now);
        }
      }
      case WAITING, GIVEN_UP, STOPPED -> {
        // Nothing to look after.
      }
    }
    return null;
  }

  private String died(Instant now) {
    deaths.add(now);
    lastExit = process == null ? null : process.exitValue();
    String how = lastExit == null ? "" : " (exit " + lastExit + ")";
    String words = LogTail.lastWords(spec.log(), logStart);
    String why = words.isEmpty() ? "" : "; its last word: " + words;
    if (RestartPolicy.after(deaths) instanceof Verdict.Restart restart) {
      state = State.RESTARTING;
      due = restart.at();
      return spec.name() + " died" + how + ", starting it again" + why;
    }
    state = State.GIVEN_UP;
    return "%s died %d times within a minute%s, given up; see %s%s"
        .formatted(spec.name(), RestartPolicy.MOST, how, spec.log(), why);
  }

  /** Asks it to end; {@link #awaitEnd} makes sure that it did. */
  void stop() {
    if (process != null) {
      process.destroy();
    }
    state = State.STOPPED;
  }

  void awaitEnd(Duration atMost) throws InterruptedException {
    if (process != null && !process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** In a session of its own, so that Ctrl-C reaches the supervisor alone, which stops in order. */
  private List<String> command() {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SESSION)) {
      command.add(SESSION.toString());
    }
    command.addAll(spec.command());
    return command;
  }

  private void rotate() throws IOException {
    Files.createDirectories(spec.log().getParent());
    if (Files.exists(spec.log()) && Files.size(spec.log()) > MOST_LOG_BYTES) {
      Files.move(
          spec.log(),
          spec.log().resolveSibling(spec.log().getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
