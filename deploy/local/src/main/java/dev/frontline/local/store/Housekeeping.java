package dev.frontline.local.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.h2.mvstore.MVStore;

/**
 * Keeps the store's file near the size of its live data: a commit after each write leaves many
 * small chunks that are mostly dead, and their live rest is rewritten here a little at a time.
 */
final class Housekeeping implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class.getName());
  private static final long PERIOD_MS = 500;
  private static final int FILL_PERCENT = 60;
  private static final int BYTES_A_ROUND = 2 << 20;

  private final ScheduledExecutorService thread;

  private Housekeeping(ScheduledExecutorService thread) {
    this.thread = thread;
  }

  static Housekeeping start(MVStore file, GroupCommit commits) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread t = new Thread(task, "store-housekeeping");
              t.setDaemon(true);
              return t;
            });
    Runnable round =
        lasting(() -> commits.exclusively(() -> file.compact(FILL_PERCENT, BYTES_A_ROUND)));
    thread.scheduleWithFixedDelay(round, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    return new Housekeeping(thread);
  }

  /**
   * Tries again next time where it failed, and says so once: a task that throws is never run again.
   */
  static Runnable lasting(Runnable round) {
    AtomicBoolean failing = new AtomicBoolean();
    return () -> {
      try {
        round.run();
        failing.set(false);
      } catch (RuntimeException e) {
        if (!failing.getAndSet(true)) {
          LOG.log(
              Level.WARNING,
              "The store''s file was not tidied (is the disk full?), trying on: {0}",
              e.toString());
        }
      }
    };
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
