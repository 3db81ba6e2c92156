package dev.frontline.routing.incident.stream;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Timer;

/** The system's time for Kafka Streams, ahead by as much as a test says. */
record AheadTime(AtomicLong aheadMillis) implements Time {

  @Override
  public long milliseconds() {
    return Time.SYSTEM.milliseconds() + aheadMillis.get();
  }

  @Override
  public long hiResClockMs() {
    return Time.SYSTEM.hiResClockMs() + aheadMillis.get();
  }

  @Override
  public long nanoseconds() {
    return Time.SYSTEM.nanoseconds() + aheadMillis.get() * 1_000_000;
  }

  @Override
  public void sleep(long millis) {
    Time.SYSTEM.sleep(millis);
  }

  @Override
  public void waitObject(Object lock, Supplier<Boolean> condition, long deadlineMs)
      throws InterruptedException {
    Time.SYSTEM.waitObject(lock, condition, deadlineMs - aheadMillis.get());
  }

  @Override
  public Timer timer(long timeoutMs) {
    return Time.SYSTEM.timer(timeoutMs);
  }
}
