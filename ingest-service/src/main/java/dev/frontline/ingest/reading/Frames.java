package dev.frontline.ingest.reading;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Frames that came and wait. Full, it makes the network wait: nothing is thrown away. */
final class Frames {

  static final int MOST = 2_000;

  /** Longer ones are no posts; the line that brings one is closed. */
  static final int LONGEST = 4 * 1024 * 1024;

  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST);
  private final Clock clock;
  private volatile Instant lastSign;
  private volatile @Nullable String ended;

  Frames(Clock clock) {
    this.clock = clock;
    this.lastSign = clock.instant();
  }

  void sign() {
    lastSign = clock.instant();
  }

  /** Waits for room. */
  void put(String frame) throws InterruptedException {
    sign();
    waiting.put(frame);
  }

  int room() {
    return waiting.remainingCapacity();
  }

  boolean offer(String frame) {
    sign();
    return waiting.offer(frame);
  }

  void end(String why) {
    if (ended == null) {
      ended = why;
    }
  }

  List<String> drain(int most) {
    List<String> frames = new ArrayList<>();
    waiting.drainTo(frames, most);
    return frames;
  }

  /** Only once all that came was taken out. */
  Optional<String> ended() {
    return waiting.isEmpty() ? Optional.ofNullable(ended) : Optional.empty();
  }

  Instant lastSign() {
    return lastSign;
  }
}
