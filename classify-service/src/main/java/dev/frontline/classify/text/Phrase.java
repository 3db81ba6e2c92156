package dev.frontline.classify.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A word or a sequence of words to find in a row, in lower case without accents.
 *
 * <p>{@code word}, {@code stem*}, {@code this|that}, {@code ..} for up to three words in between,
 * {@code @} for a mention or the brand's name. Two tildes at the end and a number give its
 * strength, 1 where it has none. Digits are all alike.
 */
public final class Phrase {

  private static final int GAP = 3;

  /** One word of the pattern: any of its alternatives. */
  record Step(int[] exact, int[] stems, boolean gapBefore, boolean name) {}

  private final float strength;
  private final List<Step> steps;

  private Phrase(float strength, List<Step> steps) {
    this.strength = strength;
    this.steps = steps;
  }

  /**
   * @throws IllegalArgumentException where the line says nothing, or no number stands after ~~
   */
  public static Phrase parse(String line) {
    String[] parts = line.split("~~");
    float strength = parts.length > 1 ? number(parts[1].trim()) : 1;
    List<Step> steps = new ArrayList<>();
    boolean gap = false;
    for (String word : parts[0].trim().split("\\s+")) {
      if (word.equals("..")) {
        gap = true;
        continue;
      }
      steps.add(step(word, gap));
      gap = false;
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("'" + line + "' has no word");
    }
    return new Phrase(strength, List.copyOf(steps));
  }

  public float strength() {
    return strength;
  }

  /** The word it starts with, by which it is looked up. */
  Step first() {
    return steps.get(0);
  }

  private static float number(String text) {
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' after ~~ is not a number", e);
    }
  }

  private static Step step(String word, boolean gap) {
    if (word.equals("@")) {
      return new Step(new int[0], new int[0], gap, true);
    }
    List<Integer> exact = new ArrayList<>();
    List<Integer> stems = new ArrayList<>();
    for (String one : word.split("\\|")) {
      boolean stem = one.endsWith("*");
      String normal = normal(stem ? one.substring(0, one.length() - 1) : one);
      (stem ? stems : exact).add(Hashing.of(normal));
    }
    return new Step(ints(exact), ints(stems), gap, false);
  }

  private static String normal(String word) {
    StringBuilder folded = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      folded.append(Folding.fold(word.charAt(i)));
    }
    return folded.toString();
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * @return the last token of the match that starts at the token, -1 where it does not match
   */
  int matchAt(Tokens tokens, int token) {
    return match(tokens, token, 0);
  }

  private int match(Tokens tokens, int token, int step) {
    Step wanted = steps.get(step);
    int furthest = wanted.gapBefore && step > 0 ? token + GAP : token;
    for (int at = token; at <= furthest && at < tokens.count(); at++) {
      if (fits(tokens, at, wanted)) {
        if (step == steps.size() - 1) {
          return at;
        }
        int last = match(tokens, at + 1, step + 1);
        if (last >= 0) {
          return last;
        }
      }
    }
    return -1;
  }

  private static boolean fits(Tokens tokens, int token, Step wanted) {
    TokenKind kind = tokens.kind(token);
    if (wanted.name) {
      return kind == TokenKind.USER || kind == TokenKind.BRAND;
    }
    int hash = tokens.hash(token);
    for (int one : wanted.exact) {
      if (one == hash) {
        return true;
      }
    }
    return wanted.stems.length > 0
        && (kind == TokenKind.WORD || kind == TokenKind.HASHTAG)
        && startsWithAny(tokens, token, wanted.stems);
  }

  private static boolean startsWithAny(Tokens tokens, int token, int[] stems) {
    int h = Hashing.START;
    for (int c = tokens.from[token]; c < tokens.to[token]; c++) {
      h = Hashing.step(h, tokens.chars[c]);
      int prefix = Hashing.finish(h);
      for (int stem : stems) {
        if (stem == prefix) {
          return true;
        }
      }
    }
    return false;
  }
}
