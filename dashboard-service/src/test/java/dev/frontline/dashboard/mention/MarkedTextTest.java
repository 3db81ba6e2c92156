package dev.frontline.dashboard.mention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassificationDraft;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Sentiment;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.dashboard.mention.MarkedText.Piece;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

  @Test
  void the_words_that_drove_a_label_are_cut_out_with_the_label_its_model_and_its_tier() {
    List<Piece> pieces =
        MarkedText.of("My boiler leaks again, help", judged(Map.of("complaint", "leaks again")));

    assertThat(pieces)
        .containsExactly(
            new Piece("My boiler ", "", ""),
            new Piece("leaks again", "complaint", "Complaint, 93 %, by the fast model m-1."),
            new Piece(", help", "", ""));
  }

  @Test
  void words_that_drove_two_things_name_both() {
    ClassificationDraft draft =
        new ClassificationDraft(judged(Map.of("complaint", "never again late")));
    draft.themes = List.of(new Theme("waiting", List.of("late again")));

    List<Piece> pieces = MarkedText.of("never again late again", draft.classification());

    assertThat(pieces).extracting(Piece::text).containsExactly("never again ", "late", " again");
    assertThat(pieces.get(1).why())
        .isEqualTo("Complaint, 93 %, by the fast model m-1. About waiting.");
    assertThat(pieces.get(2).kind()).isEqualTo("theme");
  }

  @Test
  void a_piece_of_a_longer_word_is_not_the_word() {
    assertThat(MarkedText.of("Nobody knows, no", judged(Map.of("complaint", "no"))))
        .extracting(Piece::text)
        .containsExactly("Nobody knows, ", "no");
  }

  @Test
  void what_is_not_in_the_text_marks_nothing() {
    assertThat(MarkedText.of("All fine", judged(Map.of("complaint", "(ends-with-question)"))))
        .containsExactly(new Piece("All fine", "", ""));
  }

  @Test
  void the_pieces_are_the_text_whatever_stands_in_it() {
    String hostile = "<mark onclick=x>late</mark> \"late\" & \uD83D\uDE21 late";

    List<Piece> pieces = MarkedText.of(hostile, judged(Map.of("complaint", "<mark onclick=x>")));

    assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining())).isEqualTo(hostile);
  }

  private static Classification judged(Map<String, String> words) {
    Map<String, LabelScore> labels =
        words.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> new LabelScore(0.93, true, List.of(e.getValue()), "0", "m-1")));
    return new Classification(
        labels,
        Sentiment.NEUTRAL,
        "en",
        "0",
        "m-1",
        false,
        false,
        null,
        null,
        null,
        Instant.parse("2026-03-02T12:00:00Z"),
        List.of(),
        List.of());
  }
}
