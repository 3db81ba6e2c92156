package dev.frontline.classify.about;

import dev.frontline.classify.model.Judgement;
import dev.frontline.contracts.classification.About;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Decides which brand each label is about from what each brand's part of the post says alone. A
 * part is shorter than the post and tells less: the whole post's label stands unless one part says
 * it and the other plainly does not.
 */
public final class Apart {

  /** Labels that are about somebody; the others are about the post. */
  private static final List<String> ABOUT_SOMEBODY =
      List.of(Labels.COMPLAINT, Labels.LEAD, Labels.PR_RISK, Labels.PRAISE, Labels.QUESTION);

  /** A part that is so much less likely than the likeliest one plainly does not say it. */
  private static final double PLAINLY_LESS = 0.4;

  private Apart() {}

  private record Heard(Sides.Side side, Judgement alone) {}

  /**
   * What the post says of each; none where that is the same of all.
   *
   * @param judge judges a part's text
   */
  public static List<About> of(
      Judgement whole, List<Sides.Side> sides, Function<String, Judgement> judge) {
    List<Heard> heard =
        sides.stream().map(side -> new Heard(side, judge.apply(side.text()))).toList();
    List<About> about = new ArrayList<>();
    for (Heard one : heard) {
      Map<String, LabelScore> labels = new LinkedHashMap<>(whole.labels());
      for (String label : ABOUT_SOMEBODY) {
        labels.computeIfPresent(label, (name, score) -> toward(one, name, score, heard));
      }
      about.add(
          new About(
              one.side().name(),
              one.side().kind(),
              labels,
              one.side().says() ? one.alone().sentiment() : whole.sentiment()));
    }
    boolean differ =
        about.stream().anyMatch(one -> !held(one.labels()).equals(held(whole.labels())));
    return differ ? about : List.of();
  }

  private static LabelScore toward(Heard one, String label, LabelScore whole, List<Heard> all) {
    LabelScore own = score(one, label);
    if (own.decided()) {
      return own;
    }
    double most =
        all.stream()
            .filter(h -> score(h, label).decided())
            .mapToDouble(h -> score(h, label).p())
            .max()
            .orElse(0);
    return one.side().says() && own.p() <= most * PLAINLY_LESS && speaksAgainst(one, label)
        ? own
        : whole;
  }

  /**
   * Whether the part says what hardly goes with the label. Without that, a reason for anger that
   * stands in the sentence about the other ("they never do this to me") would be taken for anger at
   * the other.
   */
  private static boolean speaksAgainst(Heard one, String label) {
    String feeling = one.alone().sentiment().value();
    return switch (label) {
      case Labels.COMPLAINT ->
          feeling.equals("pos")
              || Stream.of(Labels.PRAISE, Labels.LEAD, Labels.QUESTION)
                  .anyMatch(other -> score(one, other).decided());
      case Labels.PRAISE -> feeling.equals("neg") || score(one, Labels.COMPLAINT).decided();
      default -> true;
    };
  }

  private static LabelScore score(Heard heard, String label) {
    LabelScore score = heard.alone().labels().get(label);
    return score == null || !heard.side().says()
        ? new LabelScore(0, false, List.of(), heard.alone().tier(), heard.alone().model())
        : score;
  }

  private static List<String> held(Map<String, LabelScore> labels) {
    return Labels.ALL.stream()
        .filter(label -> labels.containsKey(label) && labels.get(label).decided())
        .toList();
  }
}
