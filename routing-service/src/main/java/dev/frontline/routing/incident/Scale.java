package dev.frontline.routing.incident;

/**
 * On which scale a count is compared with what was expected, where its variance is mean + phi ·
 * mean² (negative binomial; Poisson where phi is 0). About 1 is one standard deviation on both.
 */
enum Scale {
  /**
   * On which such counts vary alike whatever their size: 2/√phi · asinh √(phi · (x + 3/8)), which
   * is 2√(x + 3/8) where phi is 0 (Anscombe 1948).
   */
  STABILISED {
    @Override
    double surprise(double counted, double expected, double phi) {
      return stabilised(counted, phi) - stabilised(expected, phi);
    }
  },

  /**
   * The signed root of the deviance, which follows the far tail of such counts (McCullagh and
   * Nelder 1989, 2.4): fifteen where three are expected are one in five million, and the other
   * scale takes them for one in a hundred thousand.
   */
  DEVIANCE {
    @Override
    double surprise(double counted, double expected, double phi) {
      double mean = Math.max(expected, LEAST_EXPECTED);
      if (counted <= 0) {
        return -root(phi < SMALLEST_PHI ? mean : Math.log1p(phi * mean) / phi);
      }
      double half =
          counted * Math.log(counted / mean)
              - (phi < SMALLEST_PHI
                  ? counted - mean
                  : (counted + 1 / phi) * Math.log((1 + phi * counted) / (1 + phi * mean)));
      return counted < mean ? -root(half) : root(half);
    }
  };

  private static final double SMALLEST_PHI = 1e-4;

  /** How little is usual at night is never known better. */
  private static final double LEAST_EXPECTED = 0.5;

  /** How far a count is above what was expected. */
  abstract double surprise(double counted, double expected, double phi);

  private static double root(double half) {
    return Math.sqrt(2 * Math.max(0, half));
  }

  private static double stabilised(double count, double phi) {
    if (phi < SMALLEST_PHI) {
      return 2 * Math.sqrt(count + 0.375);
    }
    double root = Math.sqrt(phi * (count + 0.375));
    return 2 / Math.sqrt(phi) * Math.log(root + Math.sqrt(root * root + 1));
  }
}
