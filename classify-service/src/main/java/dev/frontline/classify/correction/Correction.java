package dev.frontline.classify.correction;

import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.label.LabelEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything people said of one post, with the events that were not acknowledged yet. Where the
 * source's terms allow it, it is also a row to learn from: then it has the text.
 *
 * @param author hash of the author, by which an erasure finds it
 * @param matched names of what the post's listening queries stand for
 * @param source id of the source that brought it, null in rows of earlier builds
 * @param text null where nothing may be learned from it
 * @param told the language that the network tells, null where it does not
 * @param version grows with each correction; guards against two at once
 */
record Correction(
    String mentionId,
    String conversationId,
    String author,
    List<String> matched,
    @Nullable String source,
    long networkVersion,
    @Nullable String text,
    @Nullable String told,
    @Nullable String lang,
    Map<String, Word> words,
    long version,
    List<Pending> outbox) {

  Correction {
    matched = List.copyOf(matched);
    words = Map.copyOf(words);
    outbox = List.copyOf(outbox);
  }

  /** One correction's two events, which leave together. */
  record Pending(
      String id,
      Instant at,
      LabelEvent.LabelCorrected corrected,
      ClassifyEvent.MentionReclassified reclassified) {

    Envelope<LabelEvent> correctedEnvelope(String source) {
      return Envelope.in(reclassified.conversationId(), id + "#label", source, at, corrected);
    }

    /** Id of the reclassification. */
    String reclassifiedId() {
      return id + "#human";
    }
  }
}
