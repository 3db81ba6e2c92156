package dev.frontline.routing.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Which surprises are ordinary: a histogram of all so far in which older ones weigh less. Heavy
 * tails are thereby learned and not assumed: who is talked about in bursts needs a larger one for
 * an alarm. Fixed size.
 */
final class Ordinary {

  private static final int BINS = 160;
  private static final double FIRST = 0.25;
  private static final double GROWTH = Math.log(1.05);
  private static final double LARGEST_WEIGHT = 1e12;

  private final double[] weight = new double[BINS];
  private final double growth;
  private double total;
  private double next = 1;

  /**
   * @param halfLife in moments
   */
  Ordinary(double halfLife) {
    growth = Math.pow(2, 1 / halfLife);
  }

  void write(DataOutput out) throws IOException {
    for (double one : weight) {
      out.writeFloat((float) (one / next));
    }
  }

  void read(DataInput in) throws IOException {
    next = 1;
    total = 0;
    for (int i = 0; i < BINS; i++) {
      weight[i] = in.readFloat();
      total += weight[i];
    }
  }

  void learn(double surprise) {
    weight[bin(surprise)] += next;
    total += next;
    next *= growth;
    if (next > LARGEST_WEIGHT) {
      for (int i = 0; i < BINS; i++) {
        weight[i] /= next;
      }
      total /= next;
      next = 1;
    }
  }

  /** The surprise that such a share of all stayed below. */
  double quantile(double share) {
    double above = 0;
    int bin = BINS;
    while (bin > 0 && above < (1 - share) * total) {
      above += weight[--bin];
    }
    return FIRST * Math.exp(GROWTH * Math.min(bin, BINS - 1));
  }

  private static int bin(double surprise) {
    return surprise < FIRST
        ? 0
        : Math.min(BINS - 1, 1 + (int) (Math.log(surprise / FIRST) / GROWTH));
  }
}
