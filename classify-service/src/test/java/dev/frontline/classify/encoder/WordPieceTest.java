package dev.frontline.classify.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against the vocabulary that ships; the pieces were worked out by hand from BERT's rules. */
class WordPieceTest {

  private static final int MANY = 512;

  private static Vocabulary vocabulary;
  private static WordPiece pieces;

  @BeforeAll
  static void readTheVocabulary() throws IOException {
    try (InputStream in = WordPieceTest.class.getResourceAsStream(Encoder.VOCABULARY)) {
      assertThat(in).isNotNull();
      vocabulary = Vocabulary.read(in);
    }
    pieces = new WordPiece(vocabulary);
  }

  @Test
  void wordsAreFramedByTheMarks() {
    assertThat(ids("")).isEqualTo(List.of(101L, 102L));
    // The numbers that BERT's vocabulary gave these words from its first day.
    assertThat(ids("hello world")).isEqualTo(List.of(101L, 7592L, 2088L, 102L));
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
    assertThat(ids("#late @you $5")).isEqualTo(written("#", "late", "@", "you", "$", "5"));
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
    long[] cut = pieces.encode("hello world ".repeat(100), 16);

    assertThat(cut).hasSize(16);
    assertThat(cut[15]).isEqualTo(102L);
    assertThat(cut[14]).isIn(7592L, 2088L);
  }

  private static List<Long> ids(String text) {
    List<Long> ids = new ArrayList<>();
    for (long id : pieces.encode(text, MANY)) {
      ids.add(id);
    }
    return ids;
  }

  private static List<Long> written(String... words) {
    List<Long> ids = new ArrayList<>(List.of(101L));
    for (String word : words) {
      Integer id =
          word.startsWith("##") ? vocabulary.continued(word.substring(2)) : vocabulary.whole(word);
      assertThat(id).as(word).isNotNull();
      ids.add(id.longValue());
    }
    ids.add(102L);
    return ids;
  }
}
