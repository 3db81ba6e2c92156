package dev.frontline.dashboard.api;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A stream that greets, beats, and ends: with its lifetime, or where its reader takes nothing while
 * more than a thousand items wait for it.
 */
final class EventStream {

  static final Duration HEARTBEAT = Duration.ofSeconds(15);
  static final int MOST_WAITING = 1_000;
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private EventStream() {}

  /**
   * @param lifetime empty for one that ends only with its reader
   * @param follow begins to emit; gives back how to stop
   */
  static <T> Multi<T> of(
      T hello,
      T heartbeat,
      Optional<Duration> lifetime,
      Function<MultiEmitter<? super T>, Runnable> follow) {
    return Multi.createFrom()
        .<T>emitter(emitter -> begin(emitter, hello, heartbeat, lifetime, follow), MOST_WAITING)
        .onFailure()
        .recoverWithCompletion();
  }

  private static <T> void begin(
      MultiEmitter<? super T> emitter,
      T hello,
      T heartbeat,
      Optional<Duration> lifetime,
      Function<MultiEmitter<? super T>, Runnable> follow) {
    emitter.emit(hello);
    List<Cancellable> clocks = new ArrayList<>();
    clocks.add(
        Multi.createFrom()
            .ticks()
            .startingAfter(HEARTBEAT)
            .every(HEARTBEAT)
            .onOverflow()
            .drop()
            .subscribe()
            .with(tick -> emitter.emit(heartbeat)));
    // Ended from here, not by whoever reads: only so is what follows told to stop.
    lifetime.ifPresent(
        d ->
            clocks.add(
                Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(d.isNegative() || d.isZero() ? SHORTEST : d)
                    .subscribe()
                    .with(end -> emitter.complete())));
    Runnable stop = follow.apply(emitter);
    emitter.onTermination(
        () -> {
          clocks.forEach(Cancellable::cancel);
          stop.run();
        });
  }
}
