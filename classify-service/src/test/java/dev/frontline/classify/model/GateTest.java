package dev.frontline.classify.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.classification.Labels;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final double SURE = 0.9;

  private final Gate gate = new Gate(worth(), 0.21f, 0.4f, 0.5f, 0.15f);

  @Test
  void doubtsOfSeveralLabelsAddUp() {
    assertThat(gate.asks(said(0.3f, 0), SURE, 1)).isFalse();
    assertThat(gate.asks(said(0, 0.02f), SURE, 1)).isFalse();
    assertThat(gate.asks(said(0.3f, 0.02f), SURE, 1)).isTrue();
  }

  @Test
  void whatIsSureEitherWayIsNotAsked() {
    assertThat(gate.asks(said(0.99f, 0.01f), SURE, 1)).isFalse();
    assertThat(gate.asks(said(0, 1), SURE, 1)).isFalse();
  }

  @Test
  void anOpenSentimentIsReasonEnough() {
    assertThat(gate.asks(said(0, 0), 0.39, 1)).isTrue();
  }

  @Test
  void anOpenToneIsReasonEnough() {
    float[] said = said(0, 0);
    said[Labels.ALL.indexOf(Labels.TOXIC)] = 0.5f;

    assertThat(gate.asks(said, SURE, 1)).isTrue();
  }

  @Test
  void otherLanguagesStayWithTheFastTier() {
    assertThat(gate.asks(said(0.5f, 0.5f), 0.2, 0.1f)).isFalse();
  }

  @Test
  void theShutGateAsksAboutNothing() {
    assertThat(Gate.SHUT.asks(said(0.5f, 0.5f), 0.34, 1)).isFalse();
  }

  private static float[] worth() {
    float[] worth = new float[Heads.LABELS];
    worth[Labels.ALL.indexOf(Labels.COMPLAINT)] = 1;
    worth[Labels.ALL.indexOf(Labels.LEAD)] = 3;
    return worth;
  }

  private static float[] said(float complaint, float lead) {
    float[] said = new float[Heads.LABELS];
    said[Labels.ALL.indexOf(Labels.COMPLAINT)] = complaint;
    said[Labels.ALL.indexOf(Labels.LEAD)] = lead;
    return said;
  }
}
