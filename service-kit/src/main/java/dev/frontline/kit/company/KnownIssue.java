package dev.frontline.kit.company;

import dev.frontline.contracts.Lists;
import java.util.List;

/**
 * Something that is wrong with a brand's things and is known to be: posts with its words are more
 * likely to be about it.
 *
 * @param name stands among the label's reasons
 * @param words as those of a {@link ListedTheme}
 * @param label what such a post probably is, {@code complaint} where it is not said
 */
public record KnownIssue(String name, List<String> words, String label) {

  public KnownIssue {
    words = Lists.copy(words);
    label = label == null ? "complaint" : label;
  }
}
