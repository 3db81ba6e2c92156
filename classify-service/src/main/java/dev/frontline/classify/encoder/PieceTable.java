package dev.frontline.classify.encoder;

import java.util.Map;

/**
 * Pieces by their letters, asked by a stretch of an array so that no text is cut out of it: a hash
 * table with open addressing. Read-only.
 */
final class PieceTable {

  /** What is said where there is no piece. */
  static final int NONE = -1;

  /** A slot is four numbers side by side: hash, length (0: empty), place of the letters, id. */
  private static final int SLOT = 4;

  private static final int LENGTH = 1;
  private static final int PLACE = 2;
  private static final int ID = 3;

  /** Spreads over the whole table what the hash of short pieces leaves in its lowest bits. */
  private static final int SPREAD = 0x9E3779B9;

  private final int[] slots;
  private final int shift;
  private final char[] letters;
  private final int longest;

  PieceTable(Map<String, Integer> pieces) {
    // At least twice as many slots as pieces: most questions are for what is not there.
    int bits = 33 - Integer.numberOfLeadingZeros(pieces.size());
    this.slots = new int[SLOT << bits];
    this.shift = 32 - bits;
    this.letters = String.join("", pieces.keySet()).toCharArray();
    int place = 0;
    int most = 0;
    for (Map.Entry<String, Integer> piece : pieces.entrySet()) {
      int length = piece.getKey().length();
      add(place, length, piece.getValue());
      place += length;
      most = Math.max(most, length);
    }
    this.longest = most;
  }

  private void add(int place, int length, int id) {
    int hash = 0;
    for (int i = place; i < place + length; i++) {
      hash = longer(hash, letters[i]);
    }
    int at = first(hash);
    while (slots[at + LENGTH] != 0) {
      at = next(at);
    }
    slots[at] = hash;
    slots[at + LENGTH] = length;
    slots[at + PLACE] = place;
    slots[at + ID] = id;
  }

  /** Letters of the longest piece. */
  int longest() {
    return longest;
  }

  /**
   * The longest piece that begins at {@code from} and ends before {@code to}.
   *
   * @param hashes room for one number more than the longest piece has letters
   * @return a place to ask {@link #id} and {@link #length} about, or {@link #NONE}
   */
  int longestAt(char[] text, int from, int to, int[] hashes) {
    int most = Math.min(to - from, longest);
    int hash = 0;
    for (int i = 0; i < most; i++) {
      hash = longer(hash, text[from + i]);
      hashes[i + 1] = hash;
    }
    for (int length = most; length > 0; length--) {
      int at = find(text, from, length, hashes[length]);
      if (at != NONE) {
        return at;
      }
    }
    return NONE;
  }

  int id(int at) {
    return slots[at + ID];
  }

  int length(int at) {
    return slots[at + LENGTH];
  }

  /** The number of exactly this piece, or {@link #NONE}. */
  int id(String piece) {
    if (piece.length() > longest) {
      return NONE;
    }
    int at = longestAt(piece.toCharArray(), 0, piece.length(), new int[longest + 1]);
    return at != NONE && length(at) == piece.length() ? id(at) : NONE;
  }

  private int find(char[] text, int from, int length, int hash) {
    for (int at = first(hash); slots[at + LENGTH] != 0; at = next(at)) {
      if (slots[at] == hash
          && slots[at + LENGTH] == length
          && same(text, from, slots[at + PLACE], length)) {
        return at;
      }
    }
    return NONE;
  }

  private boolean same(char[] text, int from, int place, int length) {
    for (int i = 0; i < length; i++) {
      if (text[from + i] != letters[place + i]) {
        return false;
      }
    }
    return true;
  }

  private int first(int hash) {
    return (hash * SPREAD >>> shift) * SLOT;
  }

  private int next(int at) {
    return (at + SLOT) & (slots.length - 1);
  }

  private static int longer(int hash, char letter) {
    return 31 * hash + letter;
  }
}
