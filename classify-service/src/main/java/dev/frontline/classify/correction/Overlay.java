package dev.frontline.classify.correction;

import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.LabelScore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts people's words over a model's verdicts: a person is always right. */
public final class Overlay {

  /** The tier of a label that a person gave. */
  public static final String HUMAN = "human";

  private Overlay() {}

  /** The classification as people see it; unchanged where nobody said anything. */
  public static Classification over(
      Classification judged, Map<String, Word> words, Instant classifiedAt) {
    if (words.isEmpty()) {
      return judged;
    }
    Map<String, LabelScore> labels = new HashMap<>(judged.labels());
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
    return new Classification(
        labels,
        judged.sentiment(),
        judged.lang(),
        HUMAN,
        judged.model(),
        false,
        false,
        judged.notScored(),
        judged.storyId(),
        judged.nearCopyOf(),
        classifiedAt,
        judged.themes());
  }
}
