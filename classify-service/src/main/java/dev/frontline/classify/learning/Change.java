package dev.frontline.classify.learning;

/**
 * A figure before and after, from 0 to 100, with the 95 % interval of the difference.
 *
 * @param low lower end of what the difference may be
 * @param high its upper end; below 0 it got worse beyond noise
 */
record Change(double before, double after, double low, double high) {

  /** So many points are no small change, whatever the interval says. */
  private static final double FAR = 5;

  boolean worse() {
    return high < 0;
  }

  /** It fell so far that only few posts can make it look like noise. */
  boolean fell() {
    return after < before - FAR;
  }
}
