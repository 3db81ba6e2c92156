package dev.frontline.contracts.classification;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.Required;
import java.util.List;

/**
 * A matter that a post is about, from the company's own list.
 *
 * @param name as the company wrote it
 * @param why the words of the post that speak for it, in their order; {@code (like its examples)}
 *     where its wording as a whole does
 */
public record Theme(String name, List<String> why) {

  public Theme {
    Required.text("theme.name", name);
    why = Lists.copy(why);
  }
}
