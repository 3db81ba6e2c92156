package dev.frontline.classify.learning;

import dev.frontline.classify.model.Prior;
import dev.frontline.classify.rows.Say;
import dev.frontline.contracts.classification.Labels;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A post with what the shipped model makes of it and what people said or left standing.
 *
 * @param says by label, only those of which something is known
 */
record Lesson(Prior prior, Map<String, Say> says) {

  /** What is known of the label, null where nothing is. */
  @Nullable Say say(int label) {
    return says.get(Labels.ALL.get(label));
  }

  /** Whether somebody said something in as many words. */
  boolean hasWord() {
    return says.values().stream().anyMatch(Say::isWord);
  }
}
