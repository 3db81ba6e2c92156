package dev.frontline.routing.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/** A length over which counts are summed, with what is ordinary for it. Fixed size. */
final class Span {

  /**
   * How strictly a span is judged.
   *
   * @param bar times what is just ordinary, besides the settings' threshold
   * @param ordinary share of all moments that are called ordinary
   * @param leastOrdinary so many standard deviations are ordinary at least
   * @param largestPhi how much more than chance counts may be taken to vary
   * @param fewest so many posts at least must stand in it
   * @param scale on which what came is compared with what was expected
   */
  record Strictness(
      double bar,
      double ordinary,
      double leastOrdinary,
      double largestPhi,
      double fewest,
      Scale scale) {}

  private final Duration length;
  private final Strictness strictness;
  private final double[] counts;
  private final double[] usuals;
  private final Ordinary surprises;
  private final Spread spread;
  private int at;
  private double counted;
  private double usual;
  private double expected;
  private double surprise;
  private double ordinary = Double.POSITIVE_INFINITY;

  /**
   * @param halfLife of what is ordinary, in moments
   */
  Span(int moments, Duration length, Strictness strictness, double halfLife, double stepSeconds) {
    this.length = length;
    this.strictness = strictness;
    counts = new double[moments];
    usuals = new double[moments];
    surprises = new Ordinary(halfLife);
    spread = new Spread(stepSeconds, strictness.largestPhi(), strictness.scale());
  }

  /**
   * Takes the next moment in.
   *
   * @param pace how many times the usual is expected just then
   */
  void next(double count, double usualNow, double pace) {
    counted += count - counts[at];
    usual += usualNow - usuals[at];
    counts[at] = count;
    usuals[at] = usualNow;
    at = (at + 1) % counts.length;
    if (at == 0) {
      sum();
    }
    expected = usual * pace;
    surprise = counted < strictness.fewest() ? 0 : spread.surprise(counted, expected);
  }

  /** From the beginning, so that what is rounded off does not add up. */
  private void sum() {
    counted = 0;
    usual = 0;
    for (int i = 0; i < counts.length; i++) {
      counted += counts[i];
      usual += usuals[i];
    }
  }

  /** The latest moment as far as this span sees it; 1 is just ordinary. */
  Watched watched() {
    double just = Math.max(ordinary, strictness.leastOrdinary()) * strictness.bar();
    return new Watched(usual, counted, length, surprise / just, false);
  }

  /** The latest moment says what is ordinary. */
  void learnOrdinary() {
    surprises.learn(surprise);
  }

  /** The latest moment says how much counts vary. */
  void learnSpread() {
    spread.learn(counted, expected);
  }

  void refresh() {
    ordinary = surprises.quantile(strictness.ordinary());
  }

  void late(int ago, double count) {
    if (ago < counts.length) {
      counts[Math.floorMod(at - 1 - ago, counts.length)] += count;
      counted += count;
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeShort(counts.length);
    out.writeShort(at);
    for (int i = 0; i < counts.length; i++) {
      out.writeFloat((float) counts[i]);
      out.writeFloat((float) usuals[i]);
    }
    out.writeDouble(ordinary);
    surprises.write(out);
    spread.write(out);
  }

  void read(DataInput in) throws IOException {
    if (in.readShort() != counts.length) {
      throw new IOException("written by a detector of other spans");
    }
    at = in.readShort();
    for (int i = 0; i < counts.length; i++) {
      counts[i] = in.readFloat();
      usuals[i] = in.readFloat();
    }
    sum();
    ordinary = in.readDouble();
    surprises.read(in);
    spread.read(in);
  }
}
