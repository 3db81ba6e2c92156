package dev.frontline.local.measure;

import dev.frontline.local.Trouble;
import dev.frontline.local.chaos.Victims;
import dev.frontline.local.place.Part;
import dev.frontline.local.run.StackState;
import dev.frontline.local.run.Surroundings;
import dev.frontline.local.supervise.ChildStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts of the running stack, which its supervisor starts again. */
final class SupervisedVictims implements Victims {

  private static final long POLL_MS = 100;

  private final Surroundings around;
  private final Map<String, Long> killed = new HashMap<>();

  SupervisedVictims(Surroundings around) {
    this.around = around;
  }

  @Override
  public List<String> names() {
    return children().stream()
        .map(ChildStatus::name)
        .filter(name -> !name.equals(Part.DEMO.id()))
        .toList();
  }

  @Override
  public void kill(String name) {
    ChildStatus child =
        children().stream()
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
      if (children().stream().allMatch(this::readyAgain)) {
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

  private List<ChildStatus> children() {
    return RunningStack.state(around).children();
  }
}
