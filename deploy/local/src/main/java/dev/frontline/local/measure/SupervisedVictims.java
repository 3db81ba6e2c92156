package dev.frontline.local.measure;

import dev.frontline.local.Trouble;
import dev.frontline.local.chaos.Ending;
import dev.frontline.local.chaos.Victims;
import dev.frontline.local.run.StackState;
import dev.frontline.local.supervise.ChildStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The parts of the measured stack, which its supervisor starts again. */
final class SupervisedVictims implements Victims {

  private static final long POLL_MS = 100;

  /** The supervisor looks five times a second whether a process has ended. */
  private static final Duration NOTICED = Duration.ofSeconds(10);

  private final MeasuredStack stack;
  private final Map<String, Long> ended = new HashMap<>();

  SupervisedVictims(MeasuredStack stack) {
    this.stack = stack;
  }

  @Override
  public List<String> names() {
    return stack.children().stream().map(ChildStatus::name).toList();
  }

  @Override
  public void kill(String name) {
    ChildStatus child = child(name);
    ended.put(name, child.pid());
    StackState.process(child).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Override
  public Ending terminate(String name, Duration atMost) throws InterruptedException {
    ChildStatus child = child(name);
    ended.put(name, child.pid());
    long start = System.nanoTime();
    StackState.process(child).ifPresent(ProcessHandle::destroy);
    if (!await(atMost, () -> StackState.process(child).isEmpty())) {
      StackState.process(child).ifPresent(ProcessHandle::destroyForcibly);
      return Ending.late(atMost);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    boolean noticed = await(NOTICED, () -> child(name).restarts() > child.restarts());
    return Ending.of(noticed ? child(name).lastExit() : null, crashReport(child), took);
  }

  @Override
  public Duration worked(String name) {
    return StackState.process(child(name))
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  @Override
  public int deaths() {
    return stack.children().stream().mapToInt(ChildStatus::restarts).sum();
  }

  @Override
  public boolean awaitReady(Duration atMost) throws InterruptedException {
    return await(atMost, () -> stack.children().stream().allMatch(this::readyAgain));
  }

  private static boolean await(Duration atMost, BooleanSupplier met) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < end) {
      if (met.getAsBoolean()) {
        return true;
      }
      Thread.sleep(POLL_MS);
    }
    return false;
  }

  private ChildStatus child(String name) {
    return stack.children().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Trouble("there is no part " + name));
  }

  private @Nullable String crashReport(ChildStatus child) {
    Path report = stack.crashReport(child.pid());
    return Files.exists(report) ? report.toString() : null;
  }

  /** Ready, and no longer the process that was ended: the supervisor may not know of it yet. */
  private boolean readyAgain(ChildStatus child) {
    Long gone = ended.get(child.name());
    return child.state() == ChildStatus.State.READY && (gone == null || gone != child.pid());
  }
}
