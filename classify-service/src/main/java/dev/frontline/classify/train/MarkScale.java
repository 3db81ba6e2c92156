package dev.frontline.classify.train;

import dev.frontline.classify.encoder.Encoder;
import java.util.List;

/**
 * Brings each number of the encoder's marks to mean 0 and variance 1, so that all are learned from
 * at the same pace.
 */
record MarkScale(float[] mean, float[] deviation) {

  static MarkScale of(List<Example> examples) {
    double[] sum = new double[Encoder.WIDTH];
    double[] squares = new double[Encoder.WIDTH];
    long count = 0;
    for (Example example : examples) {
      short[] marks = example.marks();
      for (int i = 0; i < marks.length; i++) {
        float number = Vectors.mark(marks[i]);
        sum[i % Encoder.WIDTH] += number;
        squares[i % Encoder.WIDTH] += number * number;
      }
      count += marks.length / Encoder.WIDTH;
    }
    float[] mean = new float[Encoder.WIDTH];
    float[] deviation = new float[Encoder.WIDTH];
    for (int d = 0; d < Encoder.WIDTH; d++) {
      double middle = sum[d] / count;
      mean[d] = (float) middle;
      deviation[d] = (float) Math.sqrt(squares[d] / count - middle * middle);
    }
    return new MarkScale(mean, deviation);
  }

  /** The post's marks, scaled. */
  float[] scaled(Example example) {
    float[] scaled = new float[example.marks().length];
    for (int i = 0; i < scaled.length; i++) {
      int d = i % Encoder.WIDTH;
      scaled[i] = (Vectors.mark(example.marks()[i]) - mean[d]) / deviation[d];
    }
    return scaled;
  }
}
