package dev.frontline.classify.theme;

import dev.frontline.contracts.Lists;
import java.util.List;

/**
 * What speaks for a theme.
 *
 * @param words words and phrases, as {@link dev.frontline.classify.text.Phrase} reads them
 * @param examples whole posts about it
 */
record Vocabulary(String name, List<Word> words, List<String> examples) {

  /** The language of words that hold in every language. */
  static final String ANY = "";

  Vocabulary {
    words = Lists.copy(words);
    examples = Lists.copy(examples);
  }

  /**
   * A word or phrase.
   *
   * @param lang BCP-47, {@link #ANY} where it does not matter
   */
  record Word(String lang, String phrase) {}

  /** From a company's own list; its words hold in every language. */
  static Vocabulary own(String name, List<String> words, List<String> examples) {
    return new Vocabulary(name, words.stream().map(w -> new Word(ANY, w)).toList(), examples);
  }
}
