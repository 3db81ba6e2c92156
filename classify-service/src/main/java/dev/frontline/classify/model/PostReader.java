package dev.frontline.classify.model;

import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.encoder.Pieces;
import dev.frontline.classify.encoder.WordPiece;
import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.CueBook;
import dev.frontline.classify.text.CueHits;
import dev.frontline.classify.text.LetterGrams;
import dev.frontline.classify.text.NGrams;
import dev.frontline.classify.text.Surface;
import dev.frontline.classify.text.TokenKind;
import dev.frontline.classify.text.Tokeniser;
import dev.frontline.classify.text.Tokens;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is read from a post before it is judged; the same for training and for judging.
 * Holds the buffers of one thread: what it returns is good until the next {@link #read}.
 */
public final class PostReader {

  /** A language that may be the post's with less is not looked up in the cues. */
  private static final float POSSIBLE = 0.15f;

  /** What is English with less is judged by its signals in all languages alone. */
  private static final float IN_ENGLISH = 0.01f;

  private static final float TOLD = 4;
  private static final int[] NONE = {};
  private static final float CERTAIN = 0.9f;

  private final WordPiece wordPieces = WordPiece.shipped();
  private final CueBook book;
  private final LanguageTable table;
  private final Tokeniser tokeniser = new Tokeniser();
  private final LetterGrams letters = new LetterGrams();
  private final CueHits cues = new CueHits();
  private final NGrams grams = new NGrams();
  private final Surface surface = new Surface();
  private final float[] chances;
  private final boolean[] spoken = new boolean[CueBook.LANGUAGES.size()];
  private final int english;
  private final int hindi;
  private @Nullable Tokens tokens;
  private float[] surfaceValues = new float[Surface.SIZE];
  private String language = "und";
  private float inEnglish;
  private int[] pieces = {};
  private int[] starts = {};

  public PostReader(CueBook book, LanguageTable table) {
    this.book = book;
    this.table = table;
    this.chances = new float[table.languages().size()];
    this.english = table.languages().indexOf("en");
    this.hindi = table.languages().indexOf("hi");
  }

  /**
   * Reads a post.
   *
   * @param told the language that the network tells, BCP-47, null where it does not
   */
  public void read(CharSequence text, BrandNames names, @Nullable String told) {
    Tokens read = tokeniser.read(text, names);
    tokens = read;
    letters.read(text, read);
    tellLanguage(text, told);
    book.find(read, spoken, cues);
    grams.read(read, cues);
    surfaceValues = surface.read(text, read, cues);
    split(text, read);
  }

  public Tokens tokens() {
    if (tokens == null) {
      throw new IllegalStateException("nothing was read yet");
    }
    return tokens;
  }

  public CueHits cues() {
    return cues;
  }

  public NGrams grams() {
    return grams;
  }

  /**
   * The word pieces ({@link WordPiece}) of a post that may be English, the brand's names masked;
   * none of any other.
   */
  public int[] pieces() {
    return pieces;
  }

  /** The token in which a piece stands, -1 where it stands in none. */
  int tokenOf(int piece) {
    Tokens all = tokens();
    for (int i = 0; i < all.count() && all.start(i) <= starts[piece]; i++) {
      if (starts[piece] < all.end(i)) {
        return i;
      }
    }
    return -1;
  }

  public float[] surface() {
    return surfaceValues;
  }

  /** BCP-47, {@code und} where nobody can tell. */
  public String language() {
    return language;
  }

  /** Probability that the post is English. */
  public float inEnglish() {
    return inEnglish;
  }

  private void split(CharSequence text, Tokens read) {
    if (inEnglish <= IN_ENGLISH) {
      pieces = NONE;
      starts = NONE;
      return;
    }
    Pieces found = wordPieces.read(text, Encoder.MOST_PIECES);
    pieces = found.ids();
    starts = found.starts();
    int token = 0;
    for (int i = 1; i < pieces.length - 1; i++) {
      while (token < read.count() && read.end(token) <= starts[i]) {
        token++;
      }
      if (token < read.count()
          && read.kind(token) == TokenKind.BRAND
          && read.start(token) <= starts[i]) {
        pieces[i] = TextCnn.MASKED;
      }
    }
  }

  private void tellLanguage(CharSequence text, @Nullable String told) {
    String hint = told == null ? "" : primary(told);
    String script = Scripts.language(text);
    if (script != null) {
      language = script.equals("und") && !hint.isEmpty() ? hint : script;
      inEnglish = 0;
      speaks(0);
      return;
    }
    table.probabilities(letters, chances);
    int hinted = table.languages().indexOf(hint);
    if (hinted >= 0) {
      weigh(hinted);
    }
    int best = 0;
    for (int i = 1; i < chances.length; i++) {
      best = chances[i] > chances[best] ? i : best;
    }
    boolean foreign = !hint.isEmpty() && hinted < 0 && !hint.equals("und");
    language =
        foreign && chances[best] < CERTAIN
            ? hint
            : letters.count() == 0 ? "und" : table.languages().get(best);
    // Hindi in Latin letters is full of English, and short English posts are taken for it.
    inEnglish = chances[english] + (hindi < 0 ? 0 : chances[hindi]);
    speaks(1);
  }

  private void weigh(int hinted) {
    chances[hinted] *= TOLD;
    float total = 0;
    for (float chance : chances) {
      total += chance;
    }
    for (int i = 0; i < chances.length; i++) {
      chances[i] /= total;
    }
  }

  private void speaks(float factor) {
    for (int i = 0; i < spoken.length; i++) {
      int known = table.languages().indexOf(CueBook.LANGUAGES.get(i));
      float chance = known < 0 ? 0 : known == english ? inEnglish : chances[known];
      spoken[i] = chance * factor >= POSSIBLE;
    }
  }

  private static String primary(String tag) {
    int dash = tag.indexOf('-');
    return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
  }
}
