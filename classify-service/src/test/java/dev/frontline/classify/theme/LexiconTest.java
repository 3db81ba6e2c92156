package dev.frontline.classify.theme;

import static dev.frontline.classify.Posts.NOON;
import static dev.frontline.classify.Posts.judgedAs;
import static dev.frontline.classify.Posts.ownPost;
import static dev.frontline.classify.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.Sentiment;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LexiconTest {

  private static final Company COMPANY =
      CompanyFile.parse(
          """
          name: Aurelia
          zone: UTC
          shape: solo
          brands:
            - name: Aurelia Air
              knownIssues: [{ name: Belt five, words: [carousel five] }]
          sla: { urgent: PT30M, high: PT2H, normal: PT8H, low: PT24H, triage: PT2H }
          themes: [{ name: bags, words: [bag|bags] }]
          """,
          Map.of());

  private final Lexicon lexicon = new Lexicon(COMPANY, Map.of("complaint", 0.3));

  @Test
  void aPostGetsItsThemesAndWhatIsKnownToBeWrong() {
    Classification judged = judgedAs("complaint", 0.2);

    Classification read = lexicon.read(post("1", "ada", "No bags on carousel five"), judged);

    assertThat(read.themes()).containsExactly(new Theme("bags", List.of("bags")));
    assertThat(read.has("complaint")).isTrue();
    assertThat(read.labels().get("complaint").why())
        .containsExactly("(known issue: Belt five)", "carousel five");
    assertThat(read.classifiedAt()).isEqualTo(judged.classifiedAt());
    assertThat(read.unsure()).isEqualTo(judged.unsure());
  }

  @Test
  void whatWasNotJudgedStaysSo() {
    Classification own =
        new Classification(
            Map.of(),
            Sentiment.NEUTRAL,
            "en",
            "none",
            "none",
            false,
            false,
            "own",
            null,
            null,
            NOON,
            List.of(),
            List.of());

    assertThat(lexicon.read(ownPost("1", "Your bags are on carousel five"), own)).isSameAs(own);
  }
}
