package dev.frontline.routing.incident.watch;

/**
 * How much a signal must stand out for an alarm, in times of what is just ordinary for it. The more
 * signals a brand has, the higher each one's bar: they share what false alarms people bear.
 *
 * @param main of all posts
 * @param part of labels and kinds of risk
 * @param fine of themes, moods and reach
 */
public record Bars(double main, double part, double fine) {

  public static final Bars DEFAULT = new Bars(1.7, 1.8, 2.1);

  /** No number of posts is an alarm; people who tell the same risky story still are. */
  public static final Bars STORIES_ONLY = new Bars(1e9, 1e9, 1e9);

  /** From here on it is watched, and what was rising still is. */
  static final double WATCH = 0.85;

  double of(String signal) {
    return switch (signal) {
      case Heard.ALL -> main;
      case Heard.COMPLAINTS, Heard.RISKS -> part;
      default -> signal.startsWith(Heard.RISK) ? part : fine;
    };
  }
}
