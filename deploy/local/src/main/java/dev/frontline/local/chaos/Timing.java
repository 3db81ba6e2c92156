package dev.frontline.local.chaos;

import java.time.Duration;

/** Lets time pass. */
interface Timing {

  Timing SYSTEM =
      new Timing() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void pass(Duration time) throws InterruptedException {
          Thread.sleep(time.toMillis());
        }
      };

  /** A clock that only goes forward. */
  long nanos();

  void pass(Duration time) throws InterruptedException;
}
