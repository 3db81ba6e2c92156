package dev.frontline.classify.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The word pieces against the slow and obvious way to find them. */
class WordPieceComparedTest {

  private static final int TEXTS = 40_000;

  private static final WordPiece PIECES = WordPiece.shipped();
  private static SlowWordPiece slow;

  @BeforeAll
  static void readTheVocabulary() throws IOException {
    slow = new SlowWordPiece();
  }

  @Test
  void mixedTextsHaveThePiecesOfTheSlowWay() {
    MixedTexts texts = new MixedTexts(7);
    for (int i = 0; i < TEXTS; i++) {
      String text = texts.next();
      int most = i % 4 == 0 ? 2 + i % 30 : Encoder.MOST_PIECES;
      same(text, most);
    }
  }

  @Test
  void everyCharacterHasThePiecesOfTheSlowWay() {
    for (int code = 0; code <= Character.MAX_CODE_POINT; code++) {
      int type = Character.getType(code);
      if (type != Character.UNASSIGNED && type != Character.PRIVATE_USE && !isPlainChinese(code)) {
        same("No" + Character.toString(code) + "n " + Character.toString(code), 32);
      }
    }
  }

  @Test
  void wherePiecesBeginNeverFallsAndLiesInThePost() {
    MixedTexts texts = new MixedTexts(8);
    for (int i = 0; i < TEXTS; i++) {
      String text = texts.next();
      int[] starts = PIECES.read(text, Encoder.MOST_PIECES).starts();

      assertThat(starts[0]).isZero();
      assertThat(starts[starts.length - 1]).isEqualTo(text.length());
      for (int k = 1; k < starts.length - 1; k++) {
        assertThat(starts[k]).as(text).isBetween(starts[k - 1], text.length() - 1);
      }
    }
  }

  /** Wherever a piece is said to begin, the rest of the post begins with its letters. */
  @Test
  void aPieceStandsWhereItIsSaidToBegin() {
    Map<Integer, String> letters = slow.piecesOfSmallLetters();
    MixedTexts texts = new MixedTexts(9);
    int found = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = texts.next();
      if (namesNothing(text)) {
        Pieces pieces = PIECES.read(text, Encoder.MOST_PIECES);
        for (int k = 1; k < pieces.ids().length - 1; k++) {
          String piece = letters.get(pieces.ids()[k]);
          if (piece != null) {
            String rest = SlowWordPiece.plain(text.substring(pieces.starts()[k]));
            assertThat(rest).as(text).startsWith(piece);
            found++;
          }
        }
      }
    }
    assertThat(found).isGreaterThan(TEXTS);
  }

  private static boolean namesNothing(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Stream.of("@", "www.", "://").noneMatch(lower::contains) && text.length() <= 1_500;
  }

  /** Some ten thousand characters that no rule tells apart. */
  private static boolean isPlainChinese(int code) {
    return code > 0x4E80 && code < 0x9F80 || code > 0x20080 && code < 0x2CE00;
  }

  private static void same(String text, int most) {
    List<Integer> ids = Arrays.stream(PIECES.read(text, most).ids()).boxed().toList();
    List<Integer> expected = slow.ids(text, most);
    if (!ids.equals(expected)) {
      assertThat(ids).as(text).isEqualTo(expected);
    }
  }
}
