package dev.frontline.classify.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against the vocabulary that ships; the pieces were worked out by hand from BERT's rules. */
class WordPieceTest {

  private static final int MANY = 512;

  private static final WordPiece PIECES = WordPiece.shipped();
  private static SlowWordPiece vocabulary;

  @BeforeAll
  static void readTheVocabulary() throws IOException {
    vocabulary = new SlowWordPiece();
  }

  @Test
  void wordsAreFramedByTheMarks() {
    assertThat(ids("")).isEqualTo(List.of(101, 102));
    // The numbers that BERT's vocabulary gave these words from its first day.
    assertThat(ids("hello world")).isEqualTo(List.of(101, 7592, 2088, 102));
  }

  @Test
  void caseAndAccentsMakeNoDifference() {
    assertThat(ids("HÉLLO Wörld")).isEqualTo(ids("hello world"));
    assertThat(ids("Café")).isEqualTo(written("cafe"));
  }

  @Test
  void unknownWordsFallIntoTheLongestKnownPieces() {
    assertThat(ids("unaffable")).isEqualTo(written("una", "##ffa", "##ble"));
    assertThat(ids("embeddings")).isEqualTo(written("em", "##bed", "##ding", "##s"));
  }

  @Test
  void punctuationStandsApart() {
    assertThat(ids("don't!")).isEqualTo(written("don", "'", "t", "!"));
    assertThat(ids("#late @ you $5")).isEqualTo(written("#", "late", "@", "you", "$", "5"));
    assertThat(ids("“so—so”")).isEqualTo(written("“", "so", "—", "so", "”"));
  }

  @Test
  void chineseCharactersStandApartAndKanaDoNot() {
    assertThat(ids("東京")).isEqualTo(written("東", "京"));
    assertThat(ids("a東b")).isEqualTo(written("a", "東", "b"));
    assertThat(ids("カナ")).isNotEqualTo(ids("カ ナ"));
  }

  @Test
  void whatHasNoPieceIsUnknown() {
    assertThat(ids("😀")).isEqualTo(written("[UNK]"));
    assertThat(ids("ok 😀😀 ok")).isEqualTo(written("ok", "[UNK]", "ok"));
  }

  @Test
  void aWordOfMoreThanAHundredLettersIsUnknownAsAWhole() {
    assertThat(ids("x".repeat(101))).isEqualTo(written("[UNK]"));
    assertThat(ids("x".repeat(100))).hasSizeGreaterThan(3);
  }

  @Test
  void controlCharactersVanishAndBlanksOfAllKindsPart() {
    assertThat(ids("hel\u0000lo\u200B wor\u00ADld")).isEqualTo(ids("hello world"));
    assertThat(ids("hello\t\n\u00A0\u3000world")).isEqualTo(ids("hello world"));
    assertThat(ids("hello\uFFFD world")).isEqualTo(ids("hello world"));
  }

  @Test
  void marksWrittenInAPostArePlainText() {
    assertThat(ids("[SEP]")).isEqualTo(written("[", "sep", "]"));
    assertThat(ids("[CLS] hello")).isEqualTo(written("[", "cl", "##s", "]", "hello"));
  }

  @Test
  void aLongPostIsCutAndStillClosed() {
    int[] cut = PIECES.read("hello world ".repeat(100), 16).ids();

    assertThat(cut).hasSize(16);
    assertThat(cut[15]).isEqualTo(102);
    assertThat(cut[14]).isIn(7592, 2088);
  }

  @Test
  void roomForLessThanTheTwoMarksIsRefused() {
    assertThat(PIECES.read("hello", 2).ids()).containsExactly(101, 102);
    assertThatThrownBy(() -> PIECES.read("hello", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("most");
  }

  @Test
  void linksAndMentionsAreReadAlike() {
    assertThat(ids("see HTTPS://a.example/1?x=(2) now")).isEqualTo(ids("see http now"));
    assertThat(ids("www.a.example")).isEqualTo(written("http"));
    assertThat(ids("http:// www.")).isEqualTo(written("http", ":", "/", "/", "www", "."));
    assertThat(ids("@a.b-c@d.example, hi")).isEqualTo(written("@", "user", ",", "hi"));
    assertThat(ids("@a.www.b/c d")).isEqualTo(written("@", "user", "d"));
    assertThat(ids("me@a @@a")).isEqualTo(written("me", "@", "a", "@", "@", "a"));
  }

  @Test
  void aPieceBeginsWhereItsFirstLetterStands() {
    assertThat(starts("")).containsExactly(0, 0);
    assertThat(starts("My embeddings!")).containsExactly(0, 0, 3, 5, 8, 12, 13, 14);
    assertThat(starts("  a\u200B\tb ")).containsExactly(0, 2, 5, 7);
    assertThat(starts("\u200Bhi")).containsExactly(0, 1, 3);
  }

  @Test
  void whatStandsForALinkOrAMentionBeginsWhereThatBegins() {
    assertThat(starts("a https://b.example/c d")).containsExactly(0, 0, 2, 22, 23);
    // The sign is a piece of its own, the name another.
    assertThat(starts("@Morrowby no")).containsExactly(0, 0, 1, 10, 12);
    assertThat(starts("@a @b c")).containsExactly(0, 0, 1, 3, 4, 6, 7);
  }

  @Test
  void whatIsTakenApartBeginsWhereItStoodWhole() {
    // Each hangul syllable becomes two or three signs, the capital I with a dot one.
    assertThat(starts("한국 late")).startsWith(0, 0).endsWith(3, 7);
    assertThat(starts("İİ! so")).endsWith(2, 4, 6);
    assertThat(starts("e\u0301\u0323e! so")).endsWith(4, 6, 8);
    assertThat(starts("\uD87E\uDC00\uD87E\uDC01 so")).containsExactly(0, 0, 2, 5, 7);
  }

  @Test
  void anUnknownWordBeginsWhereItsFirstLetterStands() {
    assertThat(starts("ok 😀😀 ok")).containsExactly(0, 0, 3, 8, 10);
  }

  @Test
  void theLastMarkStandsAtThePostsEndHoweverMuchIsCut() {
    assertThat(PIECES.read("so ".repeat(1_000), 4).starts()).containsExactly(0, 0, 3, 3_000);
  }

  @Test
  void aPostNeedNotBeAString() {
    assertThat(PIECES.read(new StringBuilder("hello world"), MANY).ids())
        .containsExactly(101, 7592, 2088, 102);
  }

  private static List<Integer> ids(String text) {
    return Arrays.stream(PIECES.read(text, MANY).ids()).boxed().toList();
  }

  private static int[] starts(String text) {
    return PIECES.read(text, MANY).starts();
  }

  private static List<Integer> written(String... words) {
    List<Integer> ids = new ArrayList<>(List.of(101));
    for (String word : words) {
      Integer id = vocabulary.id(word);
      assertThat(id).as(word).isNotNull();
      ids.add(id);
    }
    ids.add(102);
    return ids;
  }
}
