package dev.frontline.routing.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How much more the counts of a span vary than chance alone: the variance of a count is taken to be
 * mean + phi · mean², as of a negative binomial, and phi is learned.
 */
final class Spread {

  private static final double FIRST_PHI = 0.02;
  private static final double CLIP = 3;
  private static final double MEMORY_SECONDS = 14 * 86_400.0;

  private final double step;
  private final double largestPhi;
  private final Scale scale;
  private double beyondChance;
  private double squares = 1;

  /**
   * @param largestPhi more than that is not believed: else every burst is taken for ordinary
   *     wherever there is much to count
   */
  Spread(double stepSeconds, double largestPhi, Scale scale) {
    this.largestPhi = largestPhi;
    this.scale = scale;
    beyondChance = FIRST_PHI;
    step = Math.min(1, stepSeconds / MEMORY_SECONDS);
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(beyondChance);
    out.writeDouble(squares);
  }

  void read(DataInput in) throws IOException {
    beyondChance = in.readDouble();
    squares = in.readDouble();
  }

  /** How far a count is above what was expected; about 1 is one standard deviation. */
  double surprise(double counted, double expected) {
    return scale.surprise(counted, expected, Math.min(largestPhi, beyondChance / squares));
  }

  void learn(double counted, double expected) {
    double off = Math.min(counted, CLIP * expected + CLIP) - expected;
    beyondChance += step * (off * off - expected - beyondChance);
    squares += step * (expected * expected - squares);
  }
}
