package dev.frontline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentilesTest {

  @Test
  void theNearestRankIsAMemberOfTheSample() {
    Percentiles percentiles = new Percentiles(new long[] {40, 10, 30, 20});

    assertThat(percentiles.at(50)).isEqualTo(20);
    assertThat(percentiles.at(99)).isEqualTo(40);
  }

  @Test
  void anEmptySampleHasNone() {
    assertThat(new Percentiles(new long[0]).at(50)).isEqualTo(-1);
  }
}
