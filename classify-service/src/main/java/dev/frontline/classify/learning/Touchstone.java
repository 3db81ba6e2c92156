package dev.frontline.classify.learning;

import dev.frontline.classify.model.Prior;
import dev.frontline.contracts.classification.Labels;
import java.util.Set;

/**
 * An invented post of which it is certain what it is.
 *
 * @param labels all that hold
 */
record Touchstone(Prior prior, Set<String> labels) {

  boolean holds(int label) {
    return labels.contains(Labels.ALL.get(label));
  }
}
