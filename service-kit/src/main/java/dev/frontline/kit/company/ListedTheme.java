package dev.frontline.kit.company;

import dev.frontline.contracts.Lists;
import java.util.List;
import java.util.Set;

/**
 * A matter that posts can be about.
 *
 * @param words words and phrases that speak for it: {@code word}, {@code stem*}, {@code this|that},
 *     {@code ..} for up to three words in between, {@code ~~ 0.5} at the end for one that does not
 *     suffice by itself; none for a theme of {@link #KNOWN} stands for the words that ship
 * @param examples whole posts about it, invented or rewritten
 */
public record ListedTheme(String name, List<String> words, List<String> examples) {

  /** Themes whose words ship; all of them hold for a company that lists none. */
  public static final Set<String> KNOWN =
      Set.of(
          "delivery",
          "billing",
          "returns",
          "quality",
          "staff",
          "service",
          "outage",
          "website",
          "price",
          "waiting",
          "safety",
          "legal",
          "medical",
          "privacy",
          "environment",
          "jobs");

  public ListedTheme {
    words = Lists.copy(words);
    examples = Lists.copy(examples);
  }
}
