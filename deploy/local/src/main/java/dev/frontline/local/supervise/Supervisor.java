package dev.frontline.local.supervise;

import dev.frontline.local.supervise.ChildStatus.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Starts stages of processes one after the other and keeps them alive until told to stop. One
 * thread, {@link #run}, does everything; only {@link #stop} may be called from another.
 */
public final class Supervisor {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final long TICK_MS = 200;

  private final List<Stage> stages;
  private final List<List<Child>> children;
  private final Watcher watcher;
  private final Clock clock;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private List<ChildStatus> told = List.of();
  private int stage = -1;
  private boolean stageDone = true;

  public Supervisor(List<Stage> stages, Watcher watcher, Clock clock) {
    this.stages = List.copyOf(stages);
    this.children =
        stages.stream().map(s -> s.children().stream().map(Child::new).toList()).toList();
    this.watcher = watcher;
    this.clock = clock;
  }

  /** How a run ended. */
  public sealed interface Outcome {

    /** Somebody asked for it. */
    record Stopped() implements Outcome {}

    /** It never came up; everything was stopped again. */
    record NotStarted(String why) implements Outcome {}
  }

  /**
   * Starts everything, then watches until {@link #stop}; every process has ended when it returns.
   *
   * @param whenUp called once when all are ready
   */
  public Outcome run(Runnable whenUp) throws InterruptedException {
    Instant start = clock.instant();
    boolean up = false;
    String failure = null;
    try {
      while (!stopping.get() && failure == null) {
        failure = advance();
        String happened = tick();
        if (up) {
          // A part that died for good is told; the others go on.
          failure = null;
        } else if (failure == null) {
          failure = happened;
        }
        if (!up && failure == null && stageDone && stage == stages.size() - 1) {
          up = true;
          whenUp.run();
        }
        if (!up && failure == null && clock.instant().isAfter(start.plus(PATIENCE))) {
          failure = "not ready after " + PATIENCE.toMinutes() + " minutes: " + unready();
        }
        Thread.sleep(TICK_MS);
      }
    } finally {
      end();
    }
    return failure == null ? new Outcome.Stopped() : new Outcome.NotStarted(failure);
  }

  /** Asks {@link #run} to stop everything and return. */
  public void stop() {
    stopping.set(true);
  }

  /** Goes on to the next stage where this one is done; returns why that cannot be. */
  private @Nullable String advance() {
    if (!stageDone && allReady(stage)) {
      try {
        stages.get(stage).then().run();
        stageDone = true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        watcher.said("not yet: " + e.getMessage());
      }
    }
    if (stageDone && stage < stages.size() - 1) {
      stage++;
      stageDone = false;
      try {
        for (Child child : children.get(stage)) {
          child.start(clock.instant());
        }
      } catch (IOException e) {
        return "cannot start: " + e.getMessage();
      }
      tell();
    }
    return null;
  }

  /** Looks after every process; returns what was said when one was given up. */
  private @Nullable String tick() {
    String givenUp = null;
    for (List<Child> together : children) {
      for (Child child : together) {
        State before = child.state();
        try {
          String line = child.tick(clock.instant());
          if (line != null) {
            watcher.said(line);
            if (child.state() == State.GIVEN_UP && before != State.GIVEN_UP) {
              givenUp = line;
            }
          }
        } catch (IOException e) {
          watcher.said("cannot start " + child.status().name() + ": " + e.getMessage());
        }
      }
    }
    tell();
    return givenUp;
  }

  private boolean allReady(int index) {
    return children.get(index).stream().allMatch(child -> child.state() == State.READY);
  }

  private String unready() {
    return String.join(
        ", ",
        statuses().stream()
            .filter(child -> child.state() != State.READY)
            .map(ChildStatus::name)
            .toList());
  }

  private void tell() {
    List<ChildStatus> now = statuses();
    if (!now.equals(told)) {
      told = now;
      watcher.changed(now);
    }
  }

  private List<ChildStatus> statuses() {
    return children.stream().flatMap(List::stream).map(Child::status).toList();
  }

  /** Last started, first stopped; those of one stage together. */
  private void end() throws InterruptedException {
    List<List<Child>> backwards = new ArrayList<>(children);
    Collections.reverse(backwards);
    for (List<Child> together : backwards) {
      together.forEach(Child::stop);
      tell();
      long end = System.nanoTime() + STOP.toNanos();
      for (Child child : together) {
        child.awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      }
    }
  }
}
