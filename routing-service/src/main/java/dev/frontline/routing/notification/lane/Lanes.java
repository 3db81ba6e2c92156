package dev.frontline.routing.notification.lane;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Runs each lane in a thread of its own, so that a sink that hangs holds up nobody else's. A lane
 * looks for work when something was told here, and every second for what other instances left.
 */
public final class Lanes implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Lanes.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration STORE_AWAY = Duration.ofSeconds(3);

  private final List<Lane> lanes;
  private final SinkStates states;
  private final Clock clock;
  private final List<Thread> threads = new ArrayList<>();
  private final Object bell = new Object();
  private long rung;
  private volatile boolean stopped;

  public Lanes(List<Lane> lanes, SinkStates states, Clock clock) {
    this.lanes = List.copyOf(lanes);
    this.states = states;
    this.clock = clock;
  }

  /** Begins to send. */
  public void start() {
    for (Lane lane : lanes) {
      Thread thread = new Thread(() -> run(lane), "notices-" + lane.sink());
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** Something was told: there is work. */
  public void wake() {
    synchronized (bell) {
      rung++;
      bell.notifyAll();
    }
  }

  private void run(Lane lane) {
    SinkState told = lane.state();
    put(told);
    while (!stopped) {
      long heard = rung();
      Duration pause;
      try {
        pause = Duration.between(clock.instant(), earlier(lane.step()));
      } catch (RuntimeException e) {
        LOG.errorf("lane of sink %s: %s", lane.sink(), e.getMessage());
        pause = STORE_AWAY;
      }
      if (!lane.state().equals(told)) {
        if (lane.state().health() != told.health()) {
          LOG.warnf(
              "sink=%s is %s now, was %s: %s",
              lane.sink(), lane.state().health(), told.health(), lane.state().why());
        }
        told = lane.state();
        put(told);
      }
      sleep(pause, heard);
    }
  }

  private void put(SinkState state) {
    try {
      states.put(state);
    } catch (RuntimeException e) {
      LOG.errorf("state of sink %s is not stored: %s", state.sink(), e.getMessage());
    }
  }

  private Instant earlier(Instant next) {
    Instant look = clock.instant().plus(LOOK);
    return next.isBefore(look) ? next : look;
  }

  private long rung() {
    synchronized (bell) {
      return rung;
    }
  }

  private void sleep(Duration pause, long heard) {
    synchronized (bell) {
      if (rung == heard && !stopped && pause.toMillis() > 0) {
        try {
          bell.wait(pause.toMillis());
        } catch (InterruptedException e) {
          stopped = true;
        }
      }
    }
  }

  /** Lets what is being sent end, for as long as a try may last. */
  @Override
  public void close() {
    stopped = true;
    wake();
    for (Thread thread : threads) {
      try {
        thread.join(5_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
