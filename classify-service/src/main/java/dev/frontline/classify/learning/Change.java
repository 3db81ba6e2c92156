package dev.frontline.classify.learning;

/**
 * A figure before and after, from 0 to 100, with the 95 % interval of the difference.
 *
 * @param low lower end of what the difference may be
 * @param high its upper end; below 0 it got worse beyond noise
 */
record Change(double before, double after, double low, double high) {

  boolean worse() {
    return high < 0;
  }
}
