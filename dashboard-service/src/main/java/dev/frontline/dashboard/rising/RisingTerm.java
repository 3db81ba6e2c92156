package dev.frontline.dashboard.rising;

import dev.frontline.contracts.mention.MentionKey;
import org.jspecify.annotations.Nullable;

/**
 * A term that more people used in the last hours than its own rate before explains.
 *
 * @param term one or two words, in lower case without accents
 * @param authors how many people used it in the last three hours
 * @param expected how many would have, had it been as usual
 * @param example mention id of a post that has it
 * @param key the example's, as it stands in addresses; made from its id
 */
public record RisingTerm(
    String brand, String term, int authors, double expected, String example, @Nullable String key) {

  public RisingTerm {
    key = MentionKey.of(example);
  }
}
