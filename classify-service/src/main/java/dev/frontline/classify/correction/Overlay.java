package dev.frontline.classify.correction;

import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassificationDraft;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.mention.Match.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts people's words over a model's verdicts: a person is always right. */
public final class Overlay {

  /** The tier of a label that a person gave. */
  public static final String HUMAN = "human";

  private Overlay() {}

  /**
   * The classification as people see it; unchanged where nobody said anything. A word is about all
   * of the company's own brands that the post names, and about no rival.
   */
  public static Classification over(
      Classification judged, Map<String, Word> words, Instant classifiedAt) {
    if (words.isEmpty()) {
      return judged;
    }
    ClassificationDraft draft = new ClassificationDraft(judged);
    draft.labels = over(judged.labels(), words);
    draft.about =
        judged.about().stream()
            .map(one -> one.kind() == Kind.BRAND ? one.with(over(one.labels(), words)) : one)
            .toList();
    draft.tier = HUMAN;
    draft.unsure = false;
    draft.shed = false;
    draft.classifiedAt = classifiedAt;
    return draft.classification();
  }

  private static Map<String, LabelScore> over(
      Map<String, LabelScore> judged, Map<String, Word> words) {
    Map<String, LabelScore> labels = new HashMap<>(judged);
    words.forEach(
        (label, word) ->
            labels.put(
                label,
                new LabelScore(
                    word.holds() ? 1 : 0,
                    word.holds(),
                    word.holds() ? List.of("said by " + word.by()) : List.of(),
                    HUMAN,
                    word.by())));
    return labels;
  }
}
