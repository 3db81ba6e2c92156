package dev.frontline.routing.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How the last while compares to the usual: people talk more on some evenings than on others, and a
 * sudden rise stands out from the evening that it comes in. The latest minutes are left out, they
 * may be the rise itself. Fixed size.
 */
final class Pace {

  private static final double MEMORY_SECONDS = 20 * 60;
  private static final double LEFT_OUT_SECONDS = 5 * 60;

  /** Posts that are added to both sides: a handful says nothing about a pace. */
  private static final double PRIOR = 3;

  /** A crisis that goes on is no pace. */
  private static final double LARGEST = 3;

  private final double step;
  private final double[] counts;
  private final double[] usuals;
  private int at;
  private double counted;
  private double usual;

  Pace(double stepSeconds) {
    step = Math.min(1, stepSeconds / MEMORY_SECONDS);
    int leftOut = (int) Math.max(1, Math.round(LEFT_OUT_SECONDS / stepSeconds));
    counts = new double[leftOut];
    usuals = new double[leftOut];
  }

  /** Times the usual, 1 at least: what comes back after a lull is no rise. */
  double now() {
    return Math.min(LARGEST, Math.max(1, (counted + PRIOR) / (usual + PRIOR)));
  }

  void learn(double count, double usualNow) {
    counted += step * (counts[at] - counted);
    usual += step * (usuals[at] - usual);
    counts[at] = count;
    usuals[at] = usualNow;
    at = (at + 1) % counts.length;
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(counted);
    out.writeDouble(usual);
    out.writeByte(at);
    for (int i = 0; i < counts.length; i++) {
      out.writeFloat((float) counts[i]);
      out.writeFloat((float) usuals[i]);
    }
  }

  void read(DataInput in) throws IOException {
    counted = in.readDouble();
    usual = in.readDouble();
    at = in.readByte();
    for (int i = 0; i < counts.length; i++) {
      counts[i] = in.readFloat();
      usuals[i] = in.readFloat();
    }
  }
}
