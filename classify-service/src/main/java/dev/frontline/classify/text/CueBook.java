package dev.frontline.classify.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The curated cues of every language: words and short patterns that speak for a label. Finds them
 * with one look-up a token prefix.
 */
public final class CueBook {

  /** The languages that have cues, in the order of the weights given to {@link #find}. */
  public static final List<String> LANGUAGES = List.of("en", "es", "de", "fr");

  /** Grows with every change to the cue files, since the model's weights rest on them. */
  public static final int VERSION = 1;

  private static final int FILTER = 1 << 16;

  private final Map<Integer, List<CuePattern>> exact = new HashMap<>();
  private final Map<Integer, List<CuePattern>> stems = new HashMap<>();
  private final List<CuePattern> names = new ArrayList<>();
  private final long[] exactFilter = new long[FILTER / 64];
  private final long[] stemFilter = new long[FILTER / 64];

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
    for (int token = 0; token < tokens.count(); token++) {
      TokenKind kind = tokens.kind(token);
      if (kind == TokenKind.USER || kind == TokenKind.BRAND) {
        matched(names, tokens, token, spoken, hits);
      } else if (kind == TokenKind.WORD || kind == TokenKind.HASHTAG) {
        lookUp(exact, exactFilter, tokens.hash(token), tokens, token, spoken, hits);
        int h = Hashing.START;
        for (int c = tokens.from[token]; c < tokens.to[token]; c++) {
          h = Hashing.step(h, tokens.chars[c]);
          lookUp(stems, stemFilter, Hashing.finish(h), tokens, token, spoken, hits);
        }
      }
    }
  }

  private static void lookUp(
      Map<Integer, List<CuePattern>> index,
      long[] filter,
      int hash,
      Tokens tokens,
      int token,
      boolean[] spoken,
      CueHits hits) {
    int bit = hash & (FILTER - 1);
    if ((filter[bit >> 6] & 1L << bit) == 0) {
      return;
    }
    @Nullable List<CuePattern> patterns = index.get(hash);
    if (patterns != null) {
      matched(patterns, tokens, token, spoken, hits);
    }
  }

  private static void matched(
      List<CuePattern> patterns, Tokens tokens, int token, boolean[] spoken, CueHits hits) {
    for (int i = 0; i < patterns.size(); i++) {
      CuePattern pattern = patterns.get(i);
      if (spoken[pattern.language]) {
        int last = pattern.matchAt(tokens, token);
        if (last >= 0) {
          hits.add(pattern.category, token, last, pattern.strength);
        }
      }
    }
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
              add(CuePattern.parse(one.strip(), category, number));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  private void add(CuePattern pattern) {
    CuePattern.Step first = pattern.steps.get(0);
    if (first.name()) {
      names.add(pattern);
    }
    for (int hash : first.exact()) {
      index(exact, exactFilter, hash, pattern);
    }
    for (int hash : first.stems()) {
      index(stems, stemFilter, hash, pattern);
    }
  }

  private static void index(
      Map<Integer, List<CuePattern>> index, long[] filter, int hash, CuePattern pattern) {
    index.computeIfAbsent(hash, h -> new ArrayList<>()).add(pattern);
    int bit = hash & (FILTER - 1);
    filter[bit >> 6] |= 1L << bit;
  }
}
