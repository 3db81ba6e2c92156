package dev.frontline.ingest.query;

import java.util.List;

/**
 * How many, from a sample: a Poisson count scaled up, with its 95 % interval by Byar's
 * approximation (Breslow and Day, Statistical Methods in Cancer Research II, 1987, p. 69), and for
 * counts of unlike scale that interval carried over as by Dobson, Kuulasmaa, Eberle and Scherer
 * (Statistics in Medicine 10, 1991, 457–462).
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

  /** The same where so many are known: a small sample may have met none of them. */
  Estimate atLeast(double known) {
    return new Estimate(Math.max(mean, known), Math.max(low, known), Math.max(high, known));
  }

  /**
   * A part of the sample.
   *
   * @param found in it
   * @param scale by which one found in it stands for many
   */
  public record Part(long found, double scale) {}

  /** Of several parts together. */
  public static Estimate sum(List<Part> parts) {
    long found = parts.stream().mapToLong(Part::found).sum();
    if (found == 0) {
      return of(0, parts.stream().mapToDouble(Part::scale).max().orElse(0));
    }
    double mean = parts.stream().mapToDouble(p -> p.found() * p.scale()).sum();
    double variance = parts.stream().mapToDouble(p -> p.found() * p.scale() * p.scale()).sum();
    double scale = Math.sqrt(variance / found);
    Estimate counted = of(found, 1);
    return new Estimate(
        mean,
        Math.max(0, mean + scale * (counted.low() - found)),
        mean + scale * (counted.high() - found));
  }
}
