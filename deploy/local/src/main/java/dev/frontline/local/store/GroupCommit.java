package dev.frontline.local.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Makes each change durable before its caller goes on, with one commit for all who wait.
 *
 * <p>Changes run side by side; a commit waits for the running ones and keeps new ones out, so that
 * what reaches the disk never holds half a change (a document without its index entry).
 */
final class GroupCommit {

  private final Runnable commit;
  private final ReentrantReadWriteLock changing = new ReentrantReadWriteLock(true);
  private final AtomicLong applied = new AtomicLong();
  private final Object committing = new Object();
  private long durable;

  /**
   * @param commit writes all changes made so far; called by one thread at a time
   */
  GroupCommit(Runnable commit) {
    this.commit = commit;
  }

  /** Runs the change and returns its result once it is durable, also when the change throws. */
  <T> T change(Supplier<T> change) {
    long ticket;
    changing.readLock().lock();
    try {
      return change.get();
    } finally {
      ticket = applied.incrementAndGet();
      changing.readLock().unlock();
      makeDurable(ticket);
    }
  }

  /** Runs housekeeping while no change is half done. */
  void exclusively(Runnable housekeeping) {
    changing.writeLock().lock();
    try {
      housekeeping.run();
    } finally {
      changing.writeLock().unlock();
    }
  }

  private void makeDurable(long ticket) {
    synchronized (committing) {
      if (durable >= ticket) {
        return;
      }
      changing.writeLock().lock();
      try {
        long upTo = applied.get();
        commit.run();
        durable = upTo;
      } finally {
        changing.writeLock().unlock();
      }
    }
  }
}
