package dev.frontline.local.demo.player;

import dev.frontline.local.demo.stream.StoryLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that happens, at its hours before the story's end; below zero, after it. A line of the
 * story gives one step on the network and one for what people did about it.
 */
record Step(double hours, Kind kind, StoryLine line) {

  enum Kind {
    NETWORK,
    ANSWER,
    CORRECT
  }

  /** What comes without words is looked at after what has words, in the same conversation. */
  private static final double AFTERWARDS = 0.05;

  /** All steps of these lines, in the order in which they happen. */
  static List<Step> of(List<StoryLine> lines) {
    Map<String, Double> lastWords = new HashMap<>();
    for (StoryLine line : lines) {
      if (line.answer() != null) {
        lastWords.merge(line.conversation(), Turns.hours(line), Math::min);
      }
    }
    List<Step> steps = new ArrayList<>();
    for (StoryLine line : lines) {
      double hours = line.hours() == null ? 0 : line.hours();
      steps.add(new Step(hours, Kind.NETWORK, line));
      if (line.correct() != null) {
        steps.add(new Step(hours - line.correct().minutes() / 60, Kind.CORRECT, line));
      }
      if (Turns.looksAt(line)) {
        Double words = line.answer() == null ? lastWords.get(line.conversation()) : null;
        double turn = Turns.hours(line);
        steps.add(
            new Step(words == null ? turn : Math.min(turn, words - AFTERWARDS), Kind.ANSWER, line));
      }
    }
    steps.sort(Comparator.comparingDouble(Step::hours).reversed());
    return List.copyOf(steps);
  }

  /** What it is remembered by once it is done. */
  String mark() {
    String edit = line.type() == StoryLine.Type.EDITED ? " edited" : "";
    return kind + " " + line.id() + edit;
  }
}
