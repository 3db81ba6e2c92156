package dev.frontline.kit.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InternalTokensTest {

  private static final String KEY = "k".repeat(32);
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
  private static final Caller ANA = new Caller("ana", Set.of("agent"), Set.of("customer-service"));

  @Test
  void aTokenNamesItsCaller() {
    InternalTokens tokens = new InternalTokens(KEY, NOON);

    assertThat(tokens.verify(tokens.issue(ANA))).contains(ANA);
  }

  @Test
  void aTokenIsWorthlessAfterAMinute() {
    String token = new InternalTokens(KEY, NOON).issue(ANA);

    InternalTokens later = new InternalTokens(KEY, Clock.offset(NOON, Duration.ofSeconds(61)));

    assertThat(later.verify(token)).isEmpty();
  }

  @Test
  void aTokenOfAnotherKeyIsForged() {
    String forged = new InternalTokens("x".repeat(32), NOON).issue(ANA);

    assertThat(new InternalTokens(KEY, NOON).verify(forged)).isEmpty();
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> new InternalTokens("short", NOON)).hasMessageContaining("32 bytes");
  }
}
