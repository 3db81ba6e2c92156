package dev.frontline.local.demo.player;

import dev.frontline.local.demo.stream.StoryLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One thing that happens, at its hours before the story's end. A line of the story gives one step
 * on the network and one for what people did about it.
 */
record Step(double hours, Kind kind, StoryLine line) {

  enum Kind {
    NETWORK,
    ANSWER,
    CORRECT
  }

  /** All steps of these lines, in the order in which they happen. */
  static List<Step> of(List<StoryLine> lines) {
    List<Step> steps = new ArrayList<>();
    for (StoryLine line : lines) {
      double hours = line.hours() == null ? 0 : line.hours();
      steps.add(new Step(hours, Kind.NETWORK, line));
      if (line.correct() != null) {
        steps.add(new Step(later(hours, line.correct().minutes()), Kind.CORRECT, line));
      }
      if (line.answer() != null) {
        steps.add(new Step(later(hours, line.answer().minutes()), Kind.ANSWER, line));
      }
    }
    steps.sort(Comparator.comparingDouble(Step::hours).reversed());
    return List.copyOf(steps);
  }

  /** What it is remembered by once it is done. */
  String mark() {
    return kind + " " + line.id();
  }

  private static double later(double hours, double minutes) {
    return Math.max(0, hours - minutes / 60);
  }
}
