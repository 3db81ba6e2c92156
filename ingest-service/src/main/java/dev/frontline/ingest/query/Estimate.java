package dev.frontline.ingest.query;

/**
 * How many, from a sample: a Poisson count scaled up, with its 95 % interval by Byar's
 * approximation (Breslow and Day, Statistical Methods in Cancer Research II, 1987, p. 69).
 *
 * @param low at least so many, with 97.5 % confidence
 * @param high at most so many, with 97.5 % confidence
 */
public record Estimate(double mean, double low, double high) {

  private static final double Z = 1.959964;

  /**
   * @param found in the sample
   * @param scale by which one found stands for many
   */
  public static Estimate of(long found, double scale) {
    double low =
        found == 0 ? 0 : found * Math.pow(1 - 1.0 / (9 * found) - Z / (3 * Math.sqrt(found)), 3);
    double next = found + 1.0;
    double high = next * Math.pow(1 - 1 / (9 * next) + Z / (3 * Math.sqrt(next)), 3);
    return new Estimate(found * scale, Math.max(0, low) * scale, high * scale);
  }
}
