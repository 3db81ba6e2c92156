package dev.frontline.classify.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Many phrases, found in a post with one look-up a token prefix. Filled once, then read-only and
 * shared by all threads.
 *
 * @param <T> what a phrase stands for
 */
public final class PhraseIndex<T> {

  private static final int FILTER = 1 << 16;

  private final Map<Integer, List<Entry<T>>> exact = new HashMap<>();
  private final Map<Integer, List<Entry<T>>> stems = new HashMap<>();
  private final List<Entry<T>> names = new ArrayList<>();
  private final long[] exactFilter = new long[FILTER / 64];
  private final long[] stemFilter = new long[FILTER / 64];

  private record Entry<T>(Phrase phrase, T meaning) {}

  /** Is told of every place where a phrase stands. */
  @FunctionalInterface
  public interface Finder<T> {

    /**
     * @param first token of the match
     * @param last token of the match, inclusive
     */
    void found(T meaning, float strength, int first, int last);
  }

  /** Adds a phrase. */
  public void add(Phrase phrase, T meaning) {
    Entry<T> entry = new Entry<>(phrase, meaning);
    Phrase.Step first = phrase.first();
    if (first.name()) {
      names.add(entry);
    }
    for (int hash : first.exact()) {
      index(exact, exactFilter, hash, entry);
    }
    for (int hash : first.stems()) {
      index(stems, stemFilter, hash, entry);
    }
  }

  /**
   * Finds every phrase, in the order of the post.
   *
   * @param wanted which meanings are looked for
   */
  public void find(Tokens tokens, Predicate<T> wanted, Finder<T> finder) {
    for (int token = 0; token < tokens.count(); token++) {
      TokenKind kind = tokens.kind(token);
      if (kind == TokenKind.USER || kind == TokenKind.BRAND) {
        matched(names, tokens, token, wanted, finder);
      } else if (kind == TokenKind.WORD || kind == TokenKind.HASHTAG) {
        lookUp(exact, exactFilter, tokens.hash(token), tokens, token, wanted, finder);
        int h = Hashing.START;
        for (int c = tokens.from[token]; c < tokens.to[token]; c++) {
          h = Hashing.step(h, tokens.chars[c]);
          lookUp(stems, stemFilter, Hashing.finish(h), tokens, token, wanted, finder);
        }
      }
    }
  }

  private static <T> void lookUp(
      Map<Integer, List<Entry<T>>> index,
      long[] filter,
      int hash,
      Tokens tokens,
      int token,
      Predicate<T> wanted,
      Finder<T> finder) {
    int bit = hash & (FILTER - 1);
    if ((filter[bit >> 6] & 1L << bit) == 0) {
      return;
    }
    @Nullable List<Entry<T>> entries = index.get(hash);
    if (entries != null) {
      matched(entries, tokens, token, wanted, finder);
    }
  }

  private static <T> void matched(
      List<Entry<T>> entries, Tokens tokens, int token, Predicate<T> wanted, Finder<T> finder) {
    for (int i = 0; i < entries.size(); i++) {
      Entry<T> entry = entries.get(i);
      int last = wanted.test(entry.meaning()) ? entry.phrase().matchAt(tokens, token) : -1;
      if (last >= 0) {
        finder.found(entry.meaning(), entry.phrase().strength(), token, last);
      }
    }
  }

  private static <T> void index(
      Map<Integer, List<Entry<T>>> index, long[] filter, int hash, Entry<T> entry) {
    index.computeIfAbsent(hash, h -> new ArrayList<>()).add(entry);
    int bit = hash & (FILTER - 1);
    filter[bit >> 6] |= 1L << bit;
  }
}
