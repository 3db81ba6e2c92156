package dev.frontline.ingest.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.frontline.ingest.query.Estimate.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {

  @Test
  void partsOfOneScaleAreOneCount() {
    Estimate apart = Estimate.sum(List.of(new Part(4, 20), new Part(6, 20)));
    Estimate together = Estimate.of(10, 20);

    assertThat(apart.mean()).isCloseTo(together.mean(), offset(1e-9));
    assertThat(apart.low()).isCloseTo(together.low(), offset(1e-9));
    assertThat(apart.high()).isCloseTo(together.high(), offset(1e-9));
  }

  @Test
  void aPartCountsByItsOwnScale() {
    Estimate estimate = Estimate.sum(List.of(new Part(7, 20 / 7.0), new Part(1, 20)));

    assertThat(estimate.mean()).isCloseTo(40, offset(1e-9));
    assertThat(estimate.low()).isBetween(0.0, 40.0);
    assertThat(estimate.high()).isGreaterThan(40);
  }

  @Test
  void whereNothingWasFoundThePartThatSaysLeastSetsTheBound() {
    assertThat(Estimate.sum(List.of(new Part(0, 3), new Part(0, 20))))
        .isEqualTo(Estimate.of(0, 20));
  }

  @Test
  void whatIsKnownIsTheLeast() {
    assertThat(Estimate.of(0, 10).atLeast(3))
        .isEqualTo(new Estimate(3, 3, Estimate.of(0, 10).high()));
    assertThat(Estimate.of(40, 1).atLeast(3)).isEqualTo(Estimate.of(40, 1));
  }
}
