package dev.frontline.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EventStreamTest {

  private final AtomicReference<MultiEmitter<? super String>> emitter = new AtomicReference<>();
  private final AtomicBoolean stopped = new AtomicBoolean();

  @Test
  void a_reader_who_takes_nothing_is_sent_away_and_followed_no_more() {
    AssertSubscriber<String> stalled =
        stream(Optional.empty()).subscribe().withSubscriber(AssertSubscriber.create(1));

    for (int i = 0; i < EventStream.MOST_WAITING + 10; i++) {
      emitter.get().emit("change " + i);
    }
    stalled.request(Long.MAX_VALUE);

    stalled.awaitCompletion(Duration.ofSeconds(10));
    assertThat(stalled.getItems()).hasSizeLessThanOrEqualTo(EventStream.MOST_WAITING + 2);
    assertThat(stopped).isTrue();
  }

  @Test
  void it_ends_with_the_session() {
    AssertSubscriber<String> reader =
        stream(Optional.of(Duration.ofMillis(50)))
            .subscribe()
            .withSubscriber(AssertSubscriber.create(10));

    reader.awaitCompletion(Duration.ofSeconds(10));
    assertThat(reader.getItems()).containsExactly("hello");
    await().atMost(Duration.ofSeconds(10)).untilTrue(stopped);
  }

  private Multi<String> stream(Optional<Duration> lifetime) {
    return EventStream.of(
        "hello",
        "heartbeat",
        lifetime,
        e -> {
          emitter.set(e);
          return () -> stopped.set(true);
        });
  }
}
