package dev.frontline.contracts.label;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import java.time.Instant;
import java.util.Map;

/** The events of {@code labels.corrected}, keyed by conversation id. */
public sealed interface LabelEvent {

  String mentionId();

  String conversationId();

  /**
   * A person said what a post is. {@code labels} holds only the labels they spoke about, {@code
   * before} the verdicts they saw.
   */
  record LabelCorrected(
      String mentionId,
      String conversationId,
      long networkVersion,
      Map<String, Boolean> labels,
      Map<String, Boolean> before,
      String by,
      Instant at)
      implements LabelEvent {
    public LabelCorrected {
      Required.text("mentionId", mentionId);
      Required.text("conversationId", conversationId);
      labels = Lists.copy(labels);
      before = Lists.copy(before);
      Required.text("by", by);
      Required.value("at", at);
    }
  }
}
