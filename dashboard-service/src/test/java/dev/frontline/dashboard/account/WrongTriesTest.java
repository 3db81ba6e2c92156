package dev.frontline.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WrongTriesTest {

  private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

  private final WrongTries tries = new WrongTries();

  @Test
  void after_ten_in_a_minute_no_more_are_looked_at_until_it_is_over() {
    for (int i = 0; i < WrongTries.ALLOWED; i++) {
      assertThat(tries.tooMany("anna here", NINE)).isFalse();
      tries.add("anna here", NINE.plusSeconds(i));
    }

    assertThat(tries.tooMany("anna here", NINE.plusSeconds(59))).isTrue();
    assertThat(tries.tooMany("anna there", NINE.plusSeconds(59))).isFalse();
    assertThat(tries.tooMany("anna here", NINE.plusSeconds(60))).isFalse();
  }

  @Test
  void a_right_one_clears_the_slate() {
    for (int i = 0; i < WrongTries.ALLOWED; i++) {
      tries.add("anna here", NINE);
    }

    tries.forget("anna here");

    assertThat(tries.tooMany("anna here", NINE)).isFalse();
  }

  @Test
  void names_made_up_at_random_do_not_pile_up() {
    for (int i = 0; i < 1_000; i++) {
      tries.add("made up " + i, NINE.plusSeconds(i));
    }

    assertThat(tries.remembered()).isLessThanOrEqualTo(60);
  }
}
