package dev.frontline.local.chaos;

import dev.frontline.local.bench.ClassifiedWatch;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How posts come in while parts are ended. */
interface Load extends AutoCloseable {

  /** How many come at once. */
  int chunk();

  /**
   * Returns when the next may come.
   *
   * @param accepted how many have come so far
   * @param over whether no more are wanted
   */
  void awaitTurn(int accepted, BooleanSupplier over) throws InterruptedException;

  @Override
  void close() throws InterruptedException;

  /** Faster than they are worked off: what waits piles up. */
  static Load flood() {
    return new Load() {
      @Override
      public int chunk() {
        return 100;
      }

      @Override
      public void awaitTurn(int accepted, BooleanSupplier over) throws InterruptedException {
        Thread.sleep(100);
      }

      @Override
      public void close() {
        // Nothing to give back.
      }
    };
  }

  /**
   * As fast as they are judged, always some of them waiting. Behind a larger backlog classify would
   * no longer ask its encoder.
   *
   * @param out is told at the end how many were judged and how many the encoder read
   */
  static Load steady(ClassifiedWatch judged, PrintStream out) {
    return new Load() {
      private static final int MOST_WAITING = 150;
      private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);

      @Override
      public int chunk() {
        return 50;
      }

      @Override
      public void awaitTurn(int accepted, BooleanSupplier over) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_NANOS;
        while (accepted - judged.seen() > MOST_WAITING
            && !over.getAsBoolean()
            && System.nanoTime() < end) {
          Thread.sleep(10);
        }
      }

      @Override
      public void close() throws InterruptedException {
        out.printf(
            "%,d posts were judged meanwhile, the encoder read %,d of them%n",
            judged.seen(), judged.deep());
        judged.close();
      }
    };
  }
}
