package dev.frontline.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

  @Test
  void a_round_that_fails_does_not_end_the_housekeeping() {
    AtomicInteger rounds = new AtomicInteger();
    Runnable lasting =
        Housekeeping.lasting(
            () -> {
              if (rounds.incrementAndGet() < 3) {
                throw new IllegalStateException("no space left");
              }
            });

    lasting.run();
    lasting.run();
    lasting.run();

    assertThat(rounds).hasValue(3);
  }
}
