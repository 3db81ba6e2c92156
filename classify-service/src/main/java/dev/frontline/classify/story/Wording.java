package dev.frontline.classify.story;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What two copies of one text have in common: its words without links, names, marks, capitals and
 * accents.
 */
final class Wording {

  /** Below this many words a text is too common to be anybody's copy. */
  static final int FEWEST_WORDS = 5;

  private static final int MOST_WORDS = 400;
  private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S+");
  private static final Pattern NAME = Pattern.compile("@[\\w.\\-@]+");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
  private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> FIRST_PERSON =
      Set.of(
          "i",
          "im",
          "ive",
          "my",
          "me",
          "mine",
          "we",
          "our",
          "us",
          "yo",
          "mi",
          "mis",
          "conmigo",
          "nosotros",
          "nuestro",
          "nuestra",
          "ich",
          "mein",
          "meine",
          "meinen",
          "meiner",
          "mir",
          "mich",
          "wir",
          "uns",
          "unser",
          "unsere",
          "je",
          "j",
          "mon",
          "ma",
          "mes",
          "moi",
          "nous",
          "notre",
          "nos");

  private Wording() {}

  /** The text's words in order; a leading {@code RT} is none of them. */
  static List<String> words(String text) {
    String bare = NAME.matcher(LINK.matcher(text).replaceAll(" ")).replaceAll(" ");
    String folded =
        ACCENT
            .matcher(Normalizer.normalize(bare.replace("'", ""), Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    for (String word : BREAK.split(folded)) {
      if (!word.isEmpty() && !(words.isEmpty() && word.equals("rt")) && words.size() < MOST_WORDS) {
        words.add(word);
      }
    }
    return words;
  }

  /** The sketch of the text; empty where it is too short to be a copy of anything. */
  static Optional<Sketch> sketch(String text) {
    List<String> words = words(text);
    if (words.size() < FEWEST_WORDS) {
      return Optional.empty();
    }
    Set<Integer> features = new HashSet<>();
    int previous = 0;
    for (String word : words) {
      int hash = word.hashCode();
      features.add(Sketch.mix(hash));
      if (previous != 0) {
        features.add(Sketch.mix(previous * 31 + hash) ^ 1);
      }
      previous = hash;
    }
    int[] hashes = features.stream().mapToInt(Integer::intValue).toArray();
    return Optional.of(Sketch.of(hashes, hashes.length));
  }

  /**
   * Whether it reads as a headline passed on: it links somewhere, speaks to nobody and not of its
   * author. Copies of such texts are one piece of news, whoever posts them.
   */
  static boolean isLinkText(String text) {
    return LINK.matcher(text).find()
        && !text.stripLeading().startsWith("@")
        && words(text).stream().noneMatch(FIRST_PERSON::contains);
  }
}
