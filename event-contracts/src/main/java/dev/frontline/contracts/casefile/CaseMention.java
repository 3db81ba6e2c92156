package dev.frontline.contracts.casefile;

import dev.frontline.contracts.Required;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.mention.Mention;

/**
 * One post of a case's thread, as it stands now. A withdrawn post keeps its place with its text
 * emptied.
 */
public record CaseMention(Mention mention, Classification classification, boolean withdrawn) {

  public CaseMention {
    Required.value("mention", mention);
    Required.value("classification", classification);
  }
}
