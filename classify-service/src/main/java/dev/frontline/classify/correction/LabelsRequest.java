package dev.frontline.classify.correction;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.mention.Mention;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a post.
 *
 * @param classification the verdicts they saw
 * @param labels only those they speak about
 * @param by the person's id; the caller where it is absent
 */
record LabelsRequest(
    Mention mention,
    Classification classification,
    Map<String, Boolean> labels,
    @Nullable String by) {

  LabelsRequest {
    Required.value("mention", mention);
    Required.value("classification", classification);
    labels = Lists.copy(labels);
  }
}
