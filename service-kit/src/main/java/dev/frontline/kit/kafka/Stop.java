package dev.frontline.kit.kafka;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether this process was told to stop; what others lent it goes away from then on. */
public final class Stop {

  private final CountDownLatch told = new CountDownLatch(1);

  /** The process was told to stop. */
  public void tell() {
    told.countDown();
  }

  public boolean isTold() {
    return told.getCount() == 0;
  }

  /**
   * Waits that long, or less where the process is told to stop meanwhile.
   *
   * @return whether it was, or this thread was interrupted
   */
  boolean isToldWithin(Duration time) {
    try {
      return told.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
