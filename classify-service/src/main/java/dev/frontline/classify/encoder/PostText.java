package dev.frontline.classify.encoder;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A post as the encoder reads it, and where in the post each letter stands. Who is named and where
 * links lead says nothing of its meaning: all are read alike. Blanks of all kinds are spaces,
 * control characters are gone, letters are lower case and without accents.
 */
final class PostText {

  /** Longer texts are cut before they are split: the encoder reads far fewer pieces anyway. */
  private static final int LONGEST = 1_500;

  private static final String LINK = "http";
  private static final String NAME = "user";

  /** What stands for several letters can be longer than they were. */
  private static final int SPARE = 16;

  private char[] letters;
  private int[] places;
  private int length;

  private PostText(int room) {
    letters = new char[room];
    places = new int[room];
  }

  static PostText of(String post) {
    char[] raw = new char[Math.min(post.length(), LONGEST)];
    post.getChars(0, raw.length, raw, 0);
    PostText text = new PostText(raw.length + SPARE);
    return text.takesOnlyAscii(raw) ? text : text.withoutAccents();
  }

  /** The letters; only the first {@link #length} count. */
  char[] letters() {
    return letters;
  }

  /** Where in the post the letter came from. */
  int place(int letter) {
    return places[letter];
  }

  int length() {
    return length;
  }

  /** Takes a post in; whether nothing beyond ASCII is left of it. */
  private boolean takesOnlyAscii(char[] raw) {
    boolean ascii = true;
    for (int i = 0; i < raw.length; ) {
      char letter = raw[i];
      if (letter >= Letters.ASCII) {
        int code = Character.codePointAt(raw, i, raw.length);
        ascii &= !addBeyondAscii(code, i);
        i += Character.charCount(code);
      } else {
        i = addAscii(raw, i);
      }
    }
    return ascii;
  }

  /** Adds what begins at this place and tells where it ends. */
  private int addAscii(char[] raw, int at) {
    char letter = Letters.plain(raw[at]);
    if (letter == 'h' || letter == 'w') {
      int end = Naming.linkEnd(raw, at);
      if (end != Naming.NONE) {
        add(LINK, at);
        return end;
      }
    } else if (letter == '@') {
      int end = Naming.mentionEnd(raw, at);
      if (end != Naming.NONE) {
        add(letter, at);
        add(NAME, at + 1);
        return end;
      }
    }
    if (letter != Letters.DROPPED) {
      add(letter, at);
    }
    return at + 1;
  }

  /** Adds a character as it is; false where a space or nothing comes of it. */
  private boolean addBeyondAscii(int code, int place) {
    if (Letters.isSpace(code)) {
      add(' ', place);
      return false;
    }
    if (Letters.isControl(code)) {
      return false;
    }
    if (Character.isBmpCodePoint(code)) {
      add((char) code, place);
    } else {
      add(Character.highSurrogate(code), place);
      add(Character.lowSurrogate(code), place);
    }
    return true;
  }

  private void add(String all, int place) {
    for (int i = 0; i < all.length(); i++) {
      add(all.charAt(i), place);
    }
  }

  private void add(char letter, int place) {
    if (length == letters.length) {
      letters = Arrays.copyOf(letters, 2 * length);
      places = Arrays.copyOf(places, 2 * length);
    }
    letters[length] = letter;
    places[length++] = place;
  }

  private PostText withoutAccents() {
    String together = new String(letters, 0, length);
    String apart = Normalizer.normalize(together, Normalizer.Form.NFD);
    int[] from = apart.equals(together) ? places : placesApart(together, apart.length());
    PostText kept = new PostText(apart.length());
    for (int i = 0; i < apart.length(); ) {
      int code = apart.codePointAt(i);
      int next = i + Character.charCount(code);
      if (Character.getType(code) != Character.NON_SPACING_MARK) {
        for (int half = i; half < next; half++) {
          kept.add(apart.charAt(half), from[i]);
        }
      }
      i = next;
    }
    kept.lowerCase();
    return kept;
  }

  /**
   * Characters are taken apart each for itself; what then changes its order are marks on one
   * letter.
   */
  private int[] placesApart(String together, int count) {
    int[] from = new int[count];
    int filled = 0;
    for (int i = 0; i < together.length(); ) {
      int code = together.codePointAt(i);
      int next = i + Character.charCount(code);
      int parts =
          code < Letters.ASCII
              ? 1
              : Normalizer.normalize(together.substring(i, next), Normalizer.Form.NFD).length();
      Arrays.fill(from, filled, filled + parts, places[i]);
      filled += parts;
      i = next;
    }
    return from;
  }

  /** As a whole, for a sigma's lower case depends on what stands around it. */
  private void lowerCase() {
    // Nothing changes its length: the one letter that would, a capital I with a dot, is apart.
    new String(letters, 0, length).toLowerCase(Locale.ROOT).getChars(0, length, letters, 0);
  }
}
