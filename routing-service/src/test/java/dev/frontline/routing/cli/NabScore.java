package dev.frontline.routing.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The score of the Numenta Anomaly Benchmark (Lavin and Ahmad 2015, "Evaluating Real-time Anomaly
 * Detection Algorithms", section II): 0 for no alarm at all, 100 for every labelled window hit at
 * its first moment and nothing else. The first 15 % of a series, 750 moments at most, is not
 * scored.
 */
final class NabScore {

  private final double falseAlarm;
  private double got;
  private int windows;

  /**
   * @param falseAlarm what one costs at most: 0.11 in the standard profile, 0.22 in low_fp
   */
  NabScore(double falseAlarm) {
    this.falseAlarm = falseAlarm;
  }

  /** Windows and alarms by index into the series. */
  void add(int moments, List<int[]> spans, TreeSet<Integer> alarms) {
    int probation = Math.min(moments * 15 / 100, 750);
    windows += spans.size();
    List<int[]> hit = new ArrayList<>();
    for (int alarm : alarms.tailSet(probation)) {
      int[] in =
          spans.stream().filter(s -> s[0] <= alarm && alarm <= s[1]).findFirst().orElse(null);
      if (in != null) {
        if (!hit.contains(in)) {
          hit.add(in);
          got += scaled(-(in[1] - alarm + 1.0) / (in[1] - in[0] + 1)) / scaled(-1);
        }
        continue;
      }
      int[] before = null;
      for (int[] span : spans) {
        before = span[1] < alarm ? span : before;
      }
      got +=
          before == null
              ? -falseAlarm
              : falseAlarm * scaled((alarm - before[1]) / (double) (before[1] - before[0]));
    }
    got -= spans.size() - hit.size();
  }

  double total() {
    return 100 * (got + windows) / (2.0 * windows);
  }

  private static double scaled(double position) {
    return position > 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
  }
}
