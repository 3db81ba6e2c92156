package dev.frontline.classify.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The curated cues of every language: words and short patterns that speak for a label. Finds them
 * with one look-up a token prefix.
 */
public final class CueBook {

  /** The languages that have cues, in the order of the weights given to {@link #find}. */
  public static final List<String> LANGUAGES = List.of("en", "es", "de", "fr");

  /** Grows with every change to the cue files, since the model's weights rest on them. */
  public static final int VERSION = 2;

  private final PhraseIndex<Cue> index = new PhraseIndex<>();

  private CueBook() {}

  /** The book that ships. */
  public static CueBook shipped() {
    CueBook book = new CueBook();
    for (int i = 0; i < LANGUAGES.size(); i++) {
      book.read(LANGUAGES.get(i), i);
    }
    return book;
  }

  /**
   * Finds every cue whose language the post may be in.
   *
   * @param spoken by language in the order of {@link #LANGUAGES}, whether the post may be in it
   */
  public void find(Tokens tokens, boolean[] spoken, CueHits hits) {
    hits.clear();
    index.find(
        tokens,
        cue -> spoken[cue.language()],
        (cue, strength, first, last) -> hits.add(cue.category(), first, last, strength));
  }

  private void read(String language, int number) {
    String file = "/dev/frontline/classify/cues/" + language + ".txt";
    try (InputStream in = CueBook.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      CueCategory category = CueCategory.COMPLAINT;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String cue = line.strip();
        if (cue.startsWith("[")) {
          category = CueCategory.named(cue.substring(1, cue.indexOf(']')));
        } else if (!cue.isEmpty() && !cue.startsWith("#")) {
          for (String one : cue.split(",")) {
            if (!one.isBlank()) {
              index.add(Phrase.parse(one.strip()), new Cue(category, number));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }
}
