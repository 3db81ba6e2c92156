package dev.frontline.dashboard.report;

import dev.frontline.contracts.incident.CurvePoint;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What an after-action report says. All text is plain, and may quote posts in any script.
 *
 * @param title what the incident was
 * @param about brand, severity and how it ended, in a line
 * @param figures numbers of note with what they count
 * @param steps when what happened
 * @param curve posts by the minute or longer pieces, oldest first; none is drawn where empty
 * @param marks moments on the curve, with their words
 * @param zone in which times are shown
 * @param sections what else is to be said
 */
public record Report(
    String title,
    String about,
    List<Figure> figures,
    List<Step> steps,
    List<CurvePoint> curve,
    List<Mark> marks,
    ZoneId zone,
    List<Section> sections) {

  public Report {
    figures = List.copyOf(figures);
    steps = List.copyOf(steps);
    curve = List.copyOf(curve);
    marks = List.copyOf(marks);
    sections = List.copyOf(sections);
  }

  /** A number and what it counts. */
  public record Figure(String value, String what) {}

  /**
   * A step.
   *
   * @param at when, a dash where it never came
   * @param after since the first post, may be empty
   */
  public record Step(String name, String at, String after) {}

  /** A moment on the curve. */
  public record Mark(Instant at, String text) {}

  /** Lines under a heading; left out where there are none. */
  public record Section(String heading, List<String> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }
}
