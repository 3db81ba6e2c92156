package dev.frontline.local.run;

import dev.frontline.local.run.StackState.Phase;
import dev.frontline.local.supervise.ChildStatus;
import dev.frontline.local.supervise.Watcher;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes what happens to the state file and to the log. A disk that is full keeps other commands
 * from knowing, not the supervisor from looking after its processes.
 */
final class Telling implements Watcher {

  private final boolean demo;
  private final Clock clock;
  private final Consumer<StackState> file;
  private final Consumer<String> log;
  private final ProcessId self;
  private Phase phase = Phase.STARTING;
  private String message = "starting";
  private List<ChildStatus> children = List.of();
  private boolean unwritten;

  /**
   * @param file keeps the state; may throw {@link UncheckedIOException}
   * @param log takes one line
   */
  Telling(boolean demo, Clock clock, Consumer<StackState> file, Consumer<String> log) {
    this.demo = demo;
    this.clock = clock;
    this.file = file;
    this.log = log;
    this.self = ProcessId.of(ProcessHandle.current(), clock.instant());
    write();
  }

  @Override
  public synchronized void changed(List<ChildStatus> now) {
    children = now;
    write();
  }

  @Override
  public synchronized void said(String line) {
    log.accept(clock.instant() + " " + line);
    message = line;
    write();
  }

  synchronized void enter(Phase next, String line) {
    phase = next;
    said(line);
  }

  synchronized void stopping() {
    if (phase == Phase.STARTING || phase == Phase.UP) {
      enter(Phase.STOPPING, "stopping");
    }
  }

  private void write() {
    try {
      file.accept(new StackState(self, phase, demo, message, children));
      if (unwritten) {
        log.accept(clock.instant() + " the state is written again");
      }
      unwritten = false;
    } catch (UncheckedIOException e) {
      if (!unwritten) {
        log.accept(
            clock.instant()
                + " cannot write the state that ./frontline status shows (is the disk full?): "
                + e.getCause().getMessage());
      }
      unwritten = true;
    }
  }
}
