package dev.frontline.classify.train;

/**
 * Numbers that follow their slopes, each at a pace of its own that ends at nothing (Loshchilov and
 * Hutter 2019, "Decoupled Weight Decay Regularization").
 */
final class AdamW {

  static final double PACE = 2e-3;
  static final double LEAST_PACE = 0.01;
  static final double MEMORY = 0.9;
  static final double LONG_MEMORY = 0.999;
  static final double TINY = 1e-8;

  private final float[] numbers;
  private final int steps;
  private final double decay;
  private final float[] mean;
  private final float[] squares;
  private int step;

  /**
   * @param numbers changed in place
   * @param steps how many there will be
   * @param decay how fast numbers without a slope go to nothing
   */
  AdamW(float[] numbers, int steps, double decay) {
    this.numbers = numbers;
    this.steps = steps;
    this.decay = decay;
    this.mean = new float[numbers.length];
    this.squares = new float[numbers.length];
  }

  /** Takes a step. */
  void step(float[] slope) {
    double pace = PACE * Math.max(LEAST_PACE, 1 - (double) step / steps);
    step++;
    float keep = (float) (1 - pace * decay);
    float move = (float) (pace / (1 - Math.pow(MEMORY, step)));
    float root = (float) (1 / Math.sqrt(1 - Math.pow(LONG_MEMORY, step)));
    for (int i = 0; i < numbers.length; i++) {
      mean[i] += (float) (1 - MEMORY) * (slope[i] - mean[i]);
      squares[i] += (float) (1 - LONG_MEMORY) * (slope[i] * slope[i] - squares[i]);
      float size = (float) Math.sqrt(squares[i]) * root + (float) TINY;
      numbers[i] = numbers[i] * keep - move * mean[i] / size;
    }
  }
}
