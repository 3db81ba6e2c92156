package dev.frontline.classify.rising;

import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.TokenKind;
import dev.frontline.classify.text.Tokeniser;
import dev.frontline.classify.text.Tokens;
import dev.frontline.classify.theme.CommonWords;
import java.util.LinkedHashSet;
import java.util.Set;

/** The terms of a post: words and pairs of words that say something. One instance a thread. */
final class PostTerms {

  private static final int SHORTEST = 3;
  private static final int MOST = 60;

  private final Tokeniser tokeniser = new Tokeniser();

  /**
   * @param names of the brand, which are in nearly every post about it and are no terms
   */
  Set<String> of(String text, BrandNames names) {
    Tokens tokens = tokeniser.read(text, names);
    Set<String> terms = new LinkedHashSet<>();
    String before = "";
    for (int i = 0; i < tokens.count() && terms.size() < MOST; i++) {
      String word = word(tokens, i);
      if (!word.isEmpty()) {
        terms.add(word);
        if (!before.isEmpty()) {
          terms.add(before + " " + word);
        }
      }
      before = word;
    }
    return terms;
  }

  private static String word(Tokens tokens, int token) {
    TokenKind kind = tokens.kind(token);
    if (kind != TokenKind.WORD && kind != TokenKind.HASHTAG) {
      return "";
    }
    String word = tokens.normal(token);
    boolean says =
        word.length() >= SHORTEST
            && word.chars().anyMatch(Character::isLetter)
            && !CommonWords.shipped().has(word);
    return says ? word : "";
  }
}
