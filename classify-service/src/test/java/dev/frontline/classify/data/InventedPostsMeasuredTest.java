package dev.frontline.classify.data;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the shipped model tells invented posts of authors whom it did not learn from. */
class InventedPostsMeasuredTest {

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
    return evaluation.run(InventedPostsTest.read(file));
  }

  private static BinaryFigures figures(EvalReport report, String label) {
    return (BinaryFigures) report.labels().get(label);
  }
}
