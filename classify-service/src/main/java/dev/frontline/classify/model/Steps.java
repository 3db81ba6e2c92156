package dev.frontline.classify.model;

import java.util.function.IntUnaryOperator;

/** Weights as signed bytes: whole steps, each column (or other part) with a step of its own. */
final class Steps {

  private static final int MOST = 127;

  private Steps() {}

  /**
   * The step of each part, by its largest weight.
   *
   * @param partOf the part to which the weight at a place belongs
   */
  static float[] of(float[] weights, int parts, IntUnaryOperator partOf) {
    float[] steps = new float[parts];
    for (int i = 0; i < weights.length; i++) {
      int part = partOf.applyAsInt(i);
      steps[part] = Math.max(steps[part], Math.abs(weights[i]) / MOST);
    }
    return steps;
  }

  /** The weights in steps; where a part has nothing, nothing. */
  static byte[] rounded(float[] weights, float[] steps, IntUnaryOperator partOf) {
    byte[] bytes = new byte[weights.length];
    for (int i = 0; i < bytes.length; i++) {
      float step = steps[partOf.applyAsInt(i)];
      bytes[i] = (byte) (step == 0 ? 0 : Math.round(weights[i] / step));
    }
    return bytes;
  }
}
