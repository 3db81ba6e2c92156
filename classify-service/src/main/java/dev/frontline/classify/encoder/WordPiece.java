package dev.frontline.classify.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a post into word pieces as BERT's uncased models expect them: control characters dropped,
 * Chinese characters apart, lower case without accents, punctuation apart, then the longest piece
 * that fits, again and again. What a post writes like a mark ({@code [SEP]}) stays plain text.
 * Links are all read as {@code http}, mentions as {@code @user}. Shared by all threads.
 */
public final class WordPiece {

  private static final int LONGEST_WORD = 100;
  private static final int MARKS = 2;

  private static @Nullable WordPiece shipped;

  private final PieceTable whole;
  private final PieceTable continued;
  private final int begin;
  private final int end;
  private final int unknown;

  public WordPiece(Vocabulary vocabulary) {
    this.whole = vocabulary.whole();
    this.continued = vocabulary.continued();
    this.begin = vocabulary.mark("[CLS]");
    this.end = vocabulary.mark("[SEP]");
    this.unknown = vocabulary.mark("[UNK]");
  }

  /**
   * With the vocabulary that ships on the class path, loaded once.
   *
   * @throws IllegalStateException where it is not there
   */
  public static synchronized WordPiece shipped() {
    WordPiece known = shipped;
    if (known == null) {
      known = new WordPiece(shippedVocabulary());
      shipped = known;
    }
    return known;
  }

  private static Vocabulary shippedVocabulary() {
    try (InputStream file = WordPiece.class.getResourceAsStream(Vocabulary.SHIPPED)) {
      if (file == null) {
        throw new IllegalStateException(Vocabulary.SHIPPED + " is missing from this build");
      }
      return Vocabulary.read(file);
    } catch (IOException e) {
      throw new IllegalStateException("the vocabulary cannot be loaded: " + e.getMessage(), e);
    }
  }

  /**
   * Splits a post.
   *
   * @param most pieces with the two marks, at least 2; what comes after is cut off
   */
  public Pieces read(CharSequence post, int most) {
    if (most < MARKS) {
      throw new IllegalArgumentException("most: at least " + MARKS + ", not " + most);
    }
    PostText text = PostText.of(post.toString());
    Row row = new Row(text, Math.min(most, text.length() + MARKS));
    row.add(begin, 0);
    row.addWords();
    return row.closed(post.length());
  }

  /** The pieces found so far of one post. */
  private final class Row {

    private final PostText text;
    private final char[] letters;
    private final int[] ids;
    private final int[] starts;

    /** Pieces that there is room for before the last mark. */
    private final int room;

    private final int[] hashes = new int[Math.max(whole.longest(), continued.longest()) + 1];
    private int count;

    Row(PostText text, int most) {
      this.text = text;
      this.letters = text.letters();
      this.ids = new int[most];
      this.starts = new int[most];
      this.room = most - 1;
    }

    void add(int id, int start) {
      ids[count] = id;
      starts[count++] = start;
    }

    Pieces closed(int length) {
      add(end, length);
      return new Pieces(Arrays.copyOf(ids, count), Arrays.copyOf(starts, count));
    }

    void addWords() {
      int length = text.length();
      int from = 0;
      while (from < length && count < room) {
        int code = codeAt(from);
        int to = from + Character.charCount(code);
        if (code != ' ') {
          if (!Letters.isApart(code)) {
            to = wordEnd(to);
          }
          addWord(from, to);
        }
        from = to;
      }
    }

    private int wordEnd(int from) {
      int to = from;
      while (to < text.length()) {
        int code = codeAt(to);
        if (code == ' ' || Letters.isApart(code)) {
          return to;
        }
        to += Character.charCount(code);
      }
      return to;
    }

    private int codeAt(int at) {
      char letter = letters[at];
      return letter < Character.MIN_SURROGATE
          ? letter
          : Character.codePointAt(letters, at, text.length());
    }

    private void addWord(int from, int to) {
      int before = count;
      if (isTooLong(from, to) || !addPieces(from, to)) {
        count = before;
        add(unknown, text.place(from));
      }
    }

    private boolean isTooLong(int from, int to) {
      return to - from > LONGEST_WORD
          && Character.codePointCount(letters, from, to - from) > LONGEST_WORD;
    }

    /** False where a part of the word has no piece, be it one that there is no room for. */
    private boolean addPieces(int from, int to) {
      PieceTable table = whole;
      int at = from;
      while (at < to) {
        int found = table.longestAt(letters, at, to, hashes);
        if (found == PieceTable.NONE) {
          return false;
        }
        if (count < room) {
          add(table.id(found), text.place(at));
        }
        at += table.length(found);
        table = continued;
      }
      return true;
    }
  }
}
