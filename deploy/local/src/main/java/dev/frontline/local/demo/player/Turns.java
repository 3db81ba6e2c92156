package dev.frontline.local.demo.player;

import dev.frontline.local.demo.stream.Story;
import dev.frontline.local.demo.stream.StoryLine;

/** When the staff turns to a post. */
final class Turns {

  /** What the classifier misheard is closed so many minutes later, before any deadline. */
  private static final int PROMPT = 12;

  private static final int PROMPT_SPREAD = 15;

  /** Nothing younger than this at the story's start is closed before somebody could see it. */
  private static final double SEEN = Story.LIVE + 1;

  /** So many hours after the story's end, at its live pace: four to seven real minutes. */
  private static final int LEFT = 16;

  private static final int LEFT_SPREAD = 12;

  private Turns() {}

  /** Whether anybody looks at it; nobody answers the company's own posts. */
  static boolean looksAt(StoryLine line) {
    return switch (line.type()) {
      case DELETED -> false;
      case EDITED -> true;
      case CREATED -> line.expect() != null || line.thanks() != null || line.answer() != null;
    };
  }

  /**
   * In hours before the story's end. A post whose answer has no time is left to whoever watches,
   * and answered for them when they did not; so is what was misheard lately.
   */
  static double hours(StoryLine line) {
    double hours = line.hours() == null ? 0 : line.hours();
    Double minutes = line.answer() == null ? null : line.answer().minutes();
    if (minutes != null) {
      return hours - minutes / 60;
    }
    int spread = line.id().hashCode();
    if (line.answer() == null && hours > SEEN) {
      return hours - (PROMPT + Math.floorMod(spread, PROMPT_SPREAD)) / 60.0;
    }
    return -(LEFT + Math.floorMod(spread, LEFT_SPREAD));
  }
}
