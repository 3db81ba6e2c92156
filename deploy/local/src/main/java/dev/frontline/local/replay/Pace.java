package dev.frontline.local.replay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When each post of a recorded stream is due, counted from the start of the replay. */
sealed interface Pace {

  /**
   * @param index of the post, from 0
   * @param postedAt when it was written; null where the line does not say
   */
  Duration dueAfter(long index, @Nullable Instant postedAt);

  /** As fast as ingest takes them. */
  record AtOnce() implements Pace {
    @Override
    public Duration dueAfter(long index, @Nullable Instant postedAt) {
      return Duration.ZERO;
    }
  }

  /** Evenly, so many a second. */
  record Evenly(double perSecond) implements Pace {

    public Evenly {
      if (!(perSecond > 0)) {
        throw new IllegalArgumentException("--rate must be above 0");
      }
    }

    @Override
    public Duration dueAfter(long index, @Nullable Instant postedAt) {
      return Duration.ofNanos((long) (index / perSecond * 1e9));
    }
  }

  /** With the pauses of the recording, shortened by a factor. */
  final class AsRecorded implements Pace {

    private final double speed;
    private @Nullable Instant first;

    AsRecorded(double speed) {
      if (!(speed > 0)) {
        throw new IllegalArgumentException("--speed must be above 0");
      }
      this.speed = speed;
    }

    @Override
    public Duration dueAfter(long index, @Nullable Instant postedAt) {
      if (postedAt == null) {
        return Duration.ZERO;
      }
      if (first == null) {
        first = postedAt;
      }
      long millis = Duration.between(first, postedAt).toMillis();
      return Duration.ofMillis(Math.max(0, (long) (millis / speed)));
    }
  }
}
