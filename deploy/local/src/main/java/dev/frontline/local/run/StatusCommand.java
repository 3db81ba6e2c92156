package dev.frontline.local.run;

import dev.frontline.local.place.Part;
import dev.frontline.local.run.StackState.Phase;
import dev.frontline.local.supervise.ChildStatus;
import dev.frontline.local.supervise.Probe;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Health and memory of each part; ends 0 when all are well, 1 otherwise, 3 when nothing runs. */
@Command(name = "status", description = "Health and memory of each part.")
public final class StatusCommand implements Callable<Integer> {

  private static final int NOT_RUNNING = 3;

  private final PrintStream out = System.out;

  @Override
  public Integer call() {
    Surroundings around = Surroundings.of(System.getenv());
    Optional<StackState> known = StackState.read(around.home());
    if (known.isEmpty() || (!known.get().supervised() && known.get().alive().isEmpty())) {
      out.println("Frontline is not running.");
      known
          .filter(state -> state.phase() == Phase.FAILED)
          .ifPresent(state -> out.println("The last start failed: " + state.message()));
      return NOT_RUNNING;
    }
    StackState state = known.get();
    if (!state.supervised()) {
      out.println("Nobody looks after these parts: the supervisor was killed; ./frontline down");
    }
    out.printf(
        "%-10s %-12s %7s %9s %9s %9s%n", "part", "health", "pid", "memory", "up", "restarts");
    long total = 0;
    boolean well = state.supervised() && state.phase() == Phase.UP;
    for (ChildStatus child : state.children()) {
      OptionalLong memory =
          StackState.process(child).isPresent()
              ? ResidentMemory.ofMb(child.pid())
              : OptionalLong.empty();
      String health = health(around, child);
      well &= "ready".equals(health);
      total += memory.orElse(0);
      out.printf(
          "%-10s %-12s %7d %6s MB %9s %9d%n",
          child.name(),
          health,
          child.pid(),
          memory.isPresent() ? String.valueOf(memory.getAsLong()) : "-",
          uptime(child.startedAt()),
          child.restarts());
    }
    OptionalLong supervisor = ResidentMemory.ofMb(state.supervisor().pid());
    out.printf(
        "%-10s %-12s %7d %6d MB%n",
        "supervisor",
        state.phase().name().toLowerCase(Locale.ROOT),
        state.supervisor().pid(),
        supervisor.orElse(0));
    out.printf("%-31s %6d MB%n", "in all", total + supervisor.orElse(0));
    return well ? 0 : 1;
  }

  /** What the part itself says now, where it can be asked. */
  private static String health(Surroundings around, ChildStatus child) {
    if (child.state() != ChildStatus.State.READY || Part.STACK.id().equals(child.name())) {
      return child.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
    Part part = Part.valueOf(child.name().toUpperCase(Locale.ROOT));
    boolean ready =
        Probe.http(URI.create(around.ports().url(part) + "/q/health/ready"))
            .ready(Path.of("/dev/null"), 0);
    return ready ? "ready" : "not ready";
  }

  private static String uptime(java.time.@org.jspecify.annotations.Nullable Instant since) {
    if (since == null) {
      return "-";
    }
    Duration up = Duration.between(since, Instant.now());
    return up.toHours() > 0
        ? up.toHours() + " h " + up.toMinutesPart() + " m"
        : up.toMinutes() > 0 ? up.toMinutes() + " m" : up.toSeconds() + " s";
  }
}
