package dev.frontline.dashboard.page;

import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.dashboard.mention.Sentences;
import java.util.List;

/**
 * A label on a post's card: whether it holds, and a click turns it round.
 *
 * @param percent probability, 0 to 100
 * @param why words that drove it, strongest first
 * @param human a person said so
 * @param verdict the label with who gave it, in plain words
 * @param by who gave it
 */
public record LabelView(
    String name,
    String shown,
    boolean holds,
    long percent,
    List<String> why,
    boolean human,
    String verdict,
    String by) {

  static List<LabelView> of(Classification classification) {
    return Labels.ALL.stream().map(name -> view(name, classification.labels().get(name))).toList();
  }

  private static LabelView view(String name, @org.jspecify.annotations.Nullable LabelScore score) {
    if (score == null) {
      return new LabelView(name, Sentences.shown(name), false, 0, List.of(), false, "", "");
    }
    return new LabelView(
        name,
        Sentences.shown(name),
        score.decided(),
        Math.round(score.p() * 100),
        score.why(),
        "human".equals(score.tier()),
        Sentences.verdict(name, score),
        Sentences.by(score));
  }
}
