package dev.frontline.local.measure;

import dev.frontline.local.Trouble;
import dev.frontline.local.chaos.Victims;
import dev.frontline.local.run.StackState;
import dev.frontline.local.supervise.ChildStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts of the measured stack, which its supervisor starts again. */
final class SupervisedVictims implements Victims {

  private static final long POLL_MS = 100;

  private final MeasuredStack stack;
  private final Map<String, Long> killed = new HashMap<>();

  SupervisedVictims(MeasuredStack stack) {
    this.stack = stack;
  }

  @Override
  public List<String> names() {
    return stack.children().stream().map(ChildStatus::name).toList();
  }

  @Override
  public void kill(String name) {
    ChildStatus child =
        stack.children().stream()
            .filter(c -> c.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new Trouble("there is no part " + name));
    killed.put(name, child.pid());
    StackState.process(child).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Override
  public boolean awaitReady(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < end) {
      if (stack.children().stream().allMatch(this::readyAgain)) {
        return true;
      }
      Thread.sleep(POLL_MS);
    }
    return false;
  }

  /** Ready, and no longer the process that was killed: the supervisor may not know of it yet. */
  private boolean readyAgain(ChildStatus child) {
    Long dead = killed.get(child.name());
    return child.state() == ChildStatus.State.READY && (dead == null || dead != child.pid());
  }
}
