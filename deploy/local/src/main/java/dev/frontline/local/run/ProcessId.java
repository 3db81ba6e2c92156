package dev.frontline.local.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, told apart from a later one that was given the same number.
 *
 * @param startedAt about when it was started; an operating system counts in hundredths
 */
public record ProcessId(long pid, Instant startedAt) {

  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  public static ProcessId of(ProcessHandle handle, Instant otherwise) {
    return new ProcessId(handle.pid(), handle.info().startInstant().orElse(otherwise));
  }

  /** The process, while it lives. */
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            handle ->
                handle
                    .info()
                    .startInstant()
                    .map(at -> Duration.between(startedAt, at).abs().compareTo(TOLERANCE) < 0)
                    .orElse(true));
  }
}
