package dev.frontline.classify.correction;

import dev.frontline.classify.author.ErasedAuthors;
import dev.frontline.classify.correction.Correction.Pending;
import dev.frontline.classify.rows.Learnable;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassifyEvent.Cause;
import dev.frontline.contracts.classification.ClassifyEvent.MentionReclassified;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.label.LabelEvent.LabelCorrected;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides about a correction: what is stored and told, or why not. */
final class Correcting {

  private Correcting() {}

  /** What came of it. */
  sealed interface Outcome {

    /** It holds: the state to store and the post as it is judged now. */
    record Accepted(Correction state, Classification classification) implements Outcome {}

    /** It does not, and what would. */
    record Refused(String detail, List<String> allowed) implements Outcome {}
  }

  /**
   * @param before what people said of the post until now
   */
  static Outcome decide(LabelsRequest request, String by, @Nullable Correction before, Instant at) {
    if (request.labels().isEmpty()) {
      return new Outcome.Refused("labels must name at least one label", Labels.ALL);
    }
    for (String label : request.labels().keySet()) {
      if (!Labels.ALL.contains(label)) {
        return new Outcome.Refused("'" + label + "' is not a label", Labels.ALL);
      }
    }
    Mention mention = request.mention();
    Map<String, Word> words = new HashMap<>(before == null ? Map.of() : before.words());
    request.labels().forEach((label, holds) -> words.put(label, new Word(holds, by, at)));
    Classification classification = Overlay.over(request.classification(), words, at);
    long version = before == null ? 1 : before.version() + 1;
    List<Pending> outbox = new ArrayList<>(before == null ? List.of() : before.outbox());
    outbox.add(
        new Pending(
            mention.id() + "#word#" + version,
            at,
            new LabelCorrected(
                mention.id(),
                mention.conversationId(),
                mention.networkVersion(),
                request.labels(),
                verdicts(request.classification()),
                by,
                at),
            new MentionReclassified(mention, classification, Cause.HUMAN, at.toEpochMilli(), by)));
    return new Outcome.Accepted(
        new Correction(
            mention.id(),
            mention.conversationId(),
            ErasedAuthors.hash(mention),
            mention.matched().stream().map(Match::name).distinct().toList(),
            mention.source(),
            mention.networkVersion(),
            Learnable.is(mention) ? mention.text() : null,
            mention.lang(),
            classification.lang(),
            words,
            version,
            outbox),
        classification);
  }

  private static Map<String, Boolean> verdicts(Classification classification) {
    Map<String, Boolean> verdicts = new HashMap<>();
    for (Map.Entry<String, LabelScore> label : classification.labels().entrySet()) {
      verdicts.put(label.getKey(), label.getValue().decided());
    }
    return verdicts;
  }
}
