package dev.frontline.local.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.Lists;
import dev.frontline.local.place.Home;
import dev.frontline.local.supervise.ChildStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the supervisor tells the other commands, in {@code run/stack.json}.
 *
 * @param supervisor its process
 * @param message the latest line for people
 */
public record StackState(
    ProcessId supervisor,
    Phase phase,
    boolean demo,
    @Nullable String message,
    List<ChildStatus> children) {

  /** Where the stack as a whole stands. */
  public enum Phase {
    STARTING,
    UP,
    STOPPING,
    STOPPED,
    /** It never came up; the message says why. */
    FAILED
  }

  public StackState {
    children = Lists.copy(children);
  }

  /** What the last supervisor of this folder wrote; empty where none ever ran. */
  public static Optional<StackState> read(Home home) {
    Path file = file(home);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readValue(file.toFile(), StackState.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the file as a whole. */
  public void write(Home home) {
    Path file = file(home);
    try {
      Files.createDirectories(file.getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Json.MAPPER.writeValue(fresh.toFile(), this);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the supervisor is still there to look after it. */
  public boolean supervised() {
    return supervisor.handle().isPresent();
  }

  /** Processes that are alive, whether somebody looks after them or not. */
  public List<ProcessHandle> alive() {
    return children.stream().flatMap(child -> process(child).stream()).toList();
  }

  /** The process of a part, where it is alive. */
  public static Optional<ProcessHandle> process(ChildStatus child) {
    Instant started = child.startedAt();
    return started == null ? Optional.empty() : new ProcessId(child.pid(), started).handle();
  }

  private static Path file(Home home) {
    return home.run().resolve("stack.json");
  }
}
