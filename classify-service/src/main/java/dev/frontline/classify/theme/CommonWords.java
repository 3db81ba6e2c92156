package dev.frontline.classify.theme;

import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.Tokeniser;
import dev.frontline.classify.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words of English, Spanish, German and French that say nothing about a post's matter. */
public final class CommonWords {

  private static final CommonWords SHIPPED = new CommonWords(Resources.lines("common.txt"));

  private final Set<String> words = new HashSet<>();

  private CommonWords(List<String> lines) {
    Tokeniser tokeniser = new Tokeniser();
    for (String line : lines) {
      for (String word : line.split("\\s+")) {
        Tokens one = tokeniser.read(word, BrandNames.NONE);
        if (one.count() > 0) {
          words.add(one.normal(0));
        }
      }
    }
  }

  public static CommonWords shipped() {
    return SHIPPED;
  }

  /**
   * @param word in lower case without accents
   */
  public boolean has(String word) {
    return words.contains(word);
  }
}
