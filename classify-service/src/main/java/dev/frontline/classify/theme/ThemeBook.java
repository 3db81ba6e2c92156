package dev.frontline.classify.theme;

import dev.frontline.classify.text.Phrase;
import dev.frontline.classify.text.PhraseIndex;
import dev.frontline.classify.text.Tokens;
import dev.frontline.contracts.classification.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the themes of posts. A theme's words add up, each phrase once, and so does what the post
 * has in common with its examples; from 1 on the theme holds. Read-only and shared by all threads.
 */
final class ThemeBook {

  private static final float HOLDS = 1;
  private static final float MOST = 6;

  /** A theme far behind the strongest one is named in passing only. */
  private static final float SHARE_OF_STRONGEST = 0.4f;

  /** A fifth in common with the examples is as good as a word. */
  private static final float PER_RESEMBLANCE = 5;

  private static final int MOST_WORDS = 5;

  private final List<Vocabulary> themes;
  private final PhraseIndex<Meaning> index = new PhraseIndex<>();
  private final ExampleSpace examples;

  /**
   * What a phrase stands for.
   *
   * @param number of the phrase
   */
  private record Meaning(int theme, String lang, int number) {
    /**
     * English counts everywhere: short English posts are taken for others, others borrow from it.
     */
    boolean isOf(String spoken) {
      return lang.equals(Vocabulary.ANY) || lang.equals(spoken) || lang.equals("en");
    }
  }

  /** A place in a post. */
  private record Place(int first, int last) {}

  ThemeBook(List<Vocabulary> themes) {
    this.themes = List.copyOf(themes);
    int number = 0;
    for (int theme = 0; theme < themes.size(); theme++) {
      for (Vocabulary.Word word : themes.get(theme).words()) {
        index.add(
            Phrase.parse(Elisions.apart(word.phrase())), new Meaning(theme, word.lang(), number++));
      }
    }
    this.examples = new ExampleSpace(themes.stream().map(Vocabulary::examples).toList());
  }

  /** Names in their order. */
  List<String> names() {
    return themes.stream().map(Vocabulary::name).toList();
  }

  /**
   * The themes that hold, strongest first.
   *
   * @param text of the post
   * @param tokens of the same with its elisions apart
   * @param lang which of the shipped words are looked for besides the English ones
   */
  List<Theme> find(CharSequence text, Tokens tokens, String lang) {
    Scores found = new Scores(themes.size());
    read(tokens, lang, found);
    float strongest = 0;
    for (float score : found.scores) {
      strongest = Math.max(strongest, score);
    }
    if (strongest < HOLDS) {
      return List.of();
    }
    float least = Math.max(HOLDS, SHARE_OF_STRONGEST * strongest);
    return IntStream.range(0, themes.size())
        .filter(theme -> found.scores[theme] >= least)
        .boxed()
        .sorted(Comparator.comparingDouble(theme -> -found.scores[theme]))
        .map(theme -> new Theme(themes.get(theme).name(), why(text, tokens, theme, found)))
        .toList();
  }

  /** Each theme's score, in the order of {@link #names}. */
  float[] scores(Tokens tokens, String lang) {
    Scores found = new Scores(themes.size());
    read(tokens, lang, found);
    return found.scores;
  }

  private void read(Tokens tokens, String lang, Scores into) {
    Set<Integer> seen = new LinkedHashSet<>();
    index.find(
        tokens,
        meaning -> meaning.isOf(lang),
        (meaning, strength, first, last) -> {
          if (seen.add(meaning.number())) {
            into.scores[meaning.theme()] += strength;
          }
          if (strength > 0) {
            into.places.get(meaning.theme()).add(new Place(first, last));
          }
        });
    for (int i = 0; i < into.scores.length; i++) {
      into.scores[i] = Math.min(MOST, into.scores[i]);
    }
    if (!examples.isEmpty()) {
      float[] resemblance = examples.resemblance(tokens);
      for (int i = 0; i < resemblance.length; i++) {
        into.scores[i] += PER_RESEMBLANCE * resemblance[i];
      }
    }
  }

  /** The words as they stand in the post, places that touch joined. */
  private List<String> why(CharSequence text, Tokens tokens, int theme, Scores found) {
    List<Place> places = new ArrayList<>(found.places.get(theme));
    if (places.isEmpty()) {
      int token = examples.strongest(tokens, theme);
      if (token >= 0) {
        places.add(new Place(token, token));
      }
    }
    boolean[] marked = new boolean[tokens.count()];
    for (Place place : places) {
      Arrays.fill(marked, place.first(), place.last() + 1, true);
    }
    Set<String> words = new LinkedHashSet<>();
    for (int i = 0; i < marked.length && words.size() < MOST_WORDS; i++) {
      if (marked[i]) {
        int first = i;
        while (i + 1 < marked.length && marked[i + 1]) {
          i++;
        }
        words.add(text.subSequence(tokens.start(first), tokens.end(i)).toString());
      }
    }
    return List.copyOf(words);
  }

  private static final class Scores {
    final float[] scores;
    final List<List<Place>> places;

    Scores(int themes) {
      scores = new float[themes];
      places = IntStream.range(0, themes).<List<Place>>mapToObj(t -> new ArrayList<>()).toList();
    }
  }
}
