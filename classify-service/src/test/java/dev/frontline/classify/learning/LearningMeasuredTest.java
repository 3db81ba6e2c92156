package dev.frontline.classify.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.AirlinePosts;
import dev.frontline.classify.data.DataFolder;
import dev.frontline.classify.data.Post;
import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.learning.Retraining.Candidate;
import dev.frontline.classify.mention.FastJudge;
import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.ModelFile;
import dev.frontline.classify.model.Prior;
import dev.frontline.classify.model.Priors;
import dev.frontline.classify.rows.TrainingRow;
import dev.frontline.classify.text.CueBook;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What 200 corrections of one person on the planted theme gain and cost with the model that ships,
 * once for the fast tier alone and once for both: prints the figures of the documentation. The
 * posts to airlines are left out where they are not at hand.
 */
@EnabledIfSystemProperty(
    named = "frontline.test.full",
    matches = "true",
    disabledReason = "it takes a minute")
class LearningMeasuredTest {

  private static final int COMPLAINT = Labels.ALL.indexOf(Labels.COMPLAINT);
  private static final int DRAWS = 8;
  private static final Company COMPANY =
      CompanyFile.parse(
          """
          name: Morrowby
          zone: UTC
          shape: solo
          brands: [{ name: Morrowby, terms: [morrowby] }]
          sla: { urgent: PT1H, high: PT1H, normal: PT1H, low: PT1H, triage: PT1H }
          """,
          Map.of());

  @Test
  void theFastTierLearnsATheme() throws IOException {
    measure(
        "fast tier",
        new FastJudge(ModelFile.shipped(), CueBook.shipped(), COMPANY, () -> Adaptation.NONE));
  }

  @Test
  void bothTiersLearnATheme() throws IOException {
    try (Encoder encoder = Encoder.load()) {
      measure(
          "cascade",
          new FastJudge(
              ModelFile.shipped(), CueBook.shipped(), encoder, COMPANY, () -> Adaptation.NONE));
    }
  }

  private static void measure(String tier, Priors judge) throws IOException {
    Priors priors = new Remembered(judge);
    Retraining retraining = new Retraining(priors);
    List<TrainingRow> rows = said(PlantedTheme.taught(200));

    Candidate candidate = retraining.train(rows, Adaptation.NONE, 1);

    Adaptation learned = candidate.adaptation();
    print("%s of %s, before and after %d corrections", tier, judge.base(), rows.size());
    long found = complaints(priors, PlantedTheme.unseen(), learned);
    told("unseen complaints of the theme", priors, PlantedTheme.unseen(), learned);
    for (int count : new int[] {10, 20, 50, 100}) {
      print("  after %d corrections (mean of %d draws): %.1f", count, DRAWS, mean(priors, count));
    }
    told("ordinary posts called complaints", priors, Crowd.ordinary(), learned);
    told("harmless posts about the same app", priors, PlantedTheme.neighbours(), learned);
    Map<String, Admission.Figures> labels = candidate.admission().labels();
    for (String label : Labels.ALL) {
      print("  %s, held out: %s", label, labels.get(label).heldOut());
      print("  %s, invented: %s", label, labels.get(label).invented());
    }
    airlines(priors, learned);
    assertThat(candidate.admission().reasons()).isEmpty();
    assertThat(found).isGreaterThanOrEqualTo(15);
    assertThat(labels.values())
        .allSatisfy(figures -> assertThat(figures.invented().worse()).isFalse());
  }

  /** How many unseen posts are told after so many corrections, each draw other ones. */
  private static double mean(Priors priors, int count) {
    Retraining retraining = new Retraining(priors);
    return IntStream.range(0, DRAWS)
        .mapToLong(
            draw -> {
              List<String> texts = new ArrayList<>(PlantedTheme.taught(200));
              Collections.shuffle(texts, new Random(draw));
              Adaptation learned =
                  retraining.train(said(texts.subList(0, count)), Adaptation.NONE, 1).adaptation();
              return complaints(priors, PlantedTheme.unseen(), learned);
            })
        .average()
        .orElseThrow();
  }

  /** Every third post; a negative one is taken for a complaint. */
  private static void airlines(Priors priors, Adaptation learned) throws IOException {
    Path file = AirlinePosts.file();
    if (Files.notExists(file)) {
      print("  posts to airlines: not at hand");
      return;
    }
    List<Post> all = DataFolder.read(file);
    List<Decided> decided = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 3) {
      Post post = all.get(i);
      Prior prior = priors.of(post.text(), List.of(post.group()), "en");
      decided.add(
          new Decided(
              "neg".equals(post.sentiment()),
              1,
              prior.holds(COMPLAINT, Adaptation.NONE),
              prior.holds(COMPLAINT, learned)));
    }
    print("  posts to airlines: %s", Comparison.of(decided));
  }

  private static void told(String what, Priors priors, List<String> texts, Adaptation learned) {
    print(
        "  %s, of %d: %d, %d",
        what,
        texts.size(),
        complaints(priors, texts, Adaptation.NONE),
        complaints(priors, texts, learned));
  }

  private static long complaints(Priors priors, List<String> texts, Adaptation adaptation) {
    return texts.stream()
        .filter(text -> priors.of(text, List.of(), "en").holds(COMPLAINT, adaptation))
        .count();
  }

  private static List<TrainingRow> said(List<String> texts) {
    return Crowd.said("mara", texts, Map.of(Labels.COMPLAINT, true));
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** Asks about each text once: the encoder takes its time. */
  private static final class Remembered implements Priors {

    private final Priors priors;
    private final Map<List<Object>, Prior> known = new HashMap<>();

    Remembered(Priors priors) {
      this.priors = priors;
    }

    @Override
    public Prior of(String text, Collection<String> matched, @Nullable String told) {
      return known.computeIfAbsent(
          List.of(text, List.copyOf(matched), Objects.toString(told, "")),
          asked -> priors.of(text, matched, told));
    }

    @Override
    public String base() {
      return priors.base();
    }
  }
}
