package dev.frontline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndingTest {

  private static final Duration A_SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @ValueSource(ints = {0, 143})
  void aPartThatEndsByItselfEndsCleanly(int exit) {
    assertThat(Ending.of(exit, null, A_SECOND)).isEqualTo(new Ending.Clean(exit, A_SECOND));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 134, 137, 139})
  void anyOtherExitIsACrash(int exit) {
    assertThat(Ending.of(exit, null, A_SECOND))
        .isInstanceOfSatisfying(
            Ending.Crashed.class, crash -> assertThat(crash.how()).contains("exit " + exit));
  }

  @Test
  void aCrashReportIsACrashWhateverTheExit() {
    assertThat(Ending.of(143, "logs/hs_err_pid7.log", A_SECOND))
        .isInstanceOfSatisfying(
            Ending.Crashed.class, crash -> assertThat(crash.how()).contains("hs_err_pid7.log"));
  }

  @Test
  void anEndThatNobodySawIsNotCalledClean() {
    assertThat(Ending.of(null, null, A_SECOND)).isInstanceOf(Ending.Crashed.class);
  }
}
