package dev.frontline.classify.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.eval.BinaryFigures;
import dev.frontline.classify.eval.EvalReport;
import dev.frontline.classify.eval.Evaluation;
import dev.frontline.classify.model.Cascade;
import dev.frontline.classify.model.ModelFile;
import dev.frontline.classify.model.Tier0Model;
import dev.frontline.classify.text.CueBook;
import dev.frontline.contracts.classification.Labels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InventedPostsTest {

  private static Encoder encoder;
  private static Evaluation evaluation;

  @BeforeAll
  static void load() {
    encoder = Encoder.load();
    Tier0Model model = ModelFile.shipped();
    evaluation = new Evaluation(() -> new Cascade(model, CueBook.shipped(), encoder), "cascade");
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void aLineIsAPostOfItsBrand() {
    List<Post> posts = InventedPosts.of(List.of("# remark", "cr\t3\tMorrowby\tthe lid burnt me"));

    Post post = posts.get(0);
    assertThat(post.text()).isEqualTo("the lid burnt me");
    assertThat(post.group()).isEqualTo("Morrowby");
    assertThat(post.label(Labels.PR_RISK)).isOne();
    assertThat(post.label(Labels.PRAISE)).isZero();
    assertThat(post.label(Labels.URGENT)).isEqualTo(-1);
    assertThatThrownBy(() -> InventedPosts.of(List.of("c\t3\tMorrowby")))
        .hasMessage("line 1 has 3 fields; four are allowed");
  }

  @Test
  void noPostToMeasureByWasLearned() throws IOException {
    List<Post> learned = InventedPosts.shipped();
    Set<String> texts = learned.stream().map(Post::text).collect(Collectors.toSet());

    assertThat(learned).hasSizeGreaterThan(1_000);
    assertThat(texts).hasSameSizeAs(learned);
    for (String file : List.of("risks", "mixed")) {
      assertThat(read(file)).extracting(Post::text).isNotEmpty().doesNotContainAnyElementsOf(texts);
    }
  }

  @Test
  void risksInOtherWordsThanWereTaughtAreTold() throws IOException {
    EvalReport report = report("risks");

    assertThat(figures(report, Labels.PR_RISK).averagePrecision()).isGreaterThan(60);
    assertThat(figures(report, Labels.COMPLAINT).averagePrecision()).isGreaterThan(75);
  }

  @Test
  void postsToCompaniesOfAllTradesAreTold() throws IOException {
    EvalReport report = report("mixed");

    assertThat(figures(report, Labels.COMPLAINT).averagePrecision()).isGreaterThan(84);
    assertThat(figures(report, Labels.LEAD).averagePrecision()).isGreaterThan(78);
    assertThat(figures(report, Labels.PRAISE).averagePrecision()).isGreaterThan(82);
    assertThat(figures(report, Labels.QUESTION).averagePrecision()).isGreaterThan(88);
    assertThat(figures(report, Labels.NOISE).averagePrecision()).isGreaterThan(80);
  }

  private static EvalReport report(String file) throws IOException {
    EvalReport report = evaluation.run(read(file));
    System.out.printf(Locale.ROOT, "invented posts, %s: %s%n", file, report.labels());
    return report;
  }

  private static BinaryFigures figures(EvalReport report, String label) {
    return (BinaryFigures) report.labels().get(label);
  }

  private static List<Post> read(String file) throws IOException {
    try (var in = InventedPostsTest.class.getResourceAsStream(file + ".tsv")) {
      return InventedPosts.of(
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }
}
