package dev.frontline.classify.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.learning.Retraining.Candidate;
import dev.frontline.classify.mention.FastJudge;
import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.ModelFile;
import dev.frontline.classify.model.Priors;
import dev.frontline.classify.rows.TrainingRow;
import dev.frontline.classify.text.CueBook;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.kit.company.Company;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RetrainingTest {

  private static final int COMPLAINT = Labels.ALL.indexOf(Labels.COMPLAINT);
  private static final Priors PRIORS =
      new FastJudge(ModelFile.shipped(), CueBook.shipped(), aCompany(), () -> Adaptation.NONE);

  private final Retraining retraining = new Retraining(PRIORS);

  @Test
  void aThemeThatPeopleTaughtIsRecognisedInOtherWords() {
    List<TrainingRow> taught = theme("mara", 200);

    Candidate candidate = train(taught);

    assertThat(candidate.admission().reasons()).isEmpty();
    assertThat(complaints(PlantedTheme.unseen(), Adaptation.NONE)).isLessThanOrEqualTo(15);
    assertThat(complaints(PlantedTheme.unseen(), candidate.adaptation()))
        .isGreaterThanOrEqualTo(18);
    assertThat(candidate.learned().heldOut()).isBetween(20, 60);
  }

  @Test
  void ordinaryPostsStayWhatTheyAre() {
    Candidate candidate = train(theme("mara", 200));

    long turned =
        Crowd.ordinary().stream()
            .map(text -> PRIORS.of(text, List.of(), "en"))
            .filter(
                prior ->
                    prior.holds(COMPLAINT, candidate.adaptation())
                        != prior.holds(COMPLAINT, Adaptation.NONE))
            .count();
    assertThat(turned).isLessThanOrEqualTo(2);
    for (String label : Labels.ALL) {
      Admission.Figures figures = Objects.requireNonNull(candidate.admission().labels().get(label));
      assertThat(figures.invented().worse()).isFalse();
    }
  }

  @Test
  void whoThrowsDiceIsRefused() {
    List<String> texts = new ArrayList<>(Crowd.complaints(130));
    texts.addAll(Crowd.ordinary());

    Candidate candidate = train(Crowd.dice("dora", texts));

    assertThat(candidate.admission().passed()).isFalse();
    assertThat(candidate.admission().reasons()).anyMatch(r -> r.startsWith("It learned nothing"));
  }

  @Test
  void whoCorrectsAgainstBetterKnowledgeIsRefusedEvenAlone() {
    Candidate candidate =
        train(
            Crowd.said(
                "mallory", Crowd.complaints(200), Map.of("complaint", false, "praise", true)));

    assertThat(candidate.admission().passed()).isFalse();
    assertThat(candidate.admission().reasons()).anyMatch(r -> r.contains("on the invented posts"));
  }

  @Test
  void falseCorrectionsShowInTheCertaintyBeforeDecisionsTurn() {
    Candidate candidate =
        train(Crowd.said("mallory", Crowd.complaints(100), Map.of("complaint", false)));

    assertThat(candidate.admission().passed()).isFalse();
    Admission.Figures figures =
        Objects.requireNonNull(candidate.admission().labels().get(Labels.COMPLAINT));
    assertThat(figures.certainty().lost()).isTrue();
    assertThat(figures.certainty().after()).isLessThan(figures.certainty().before());
  }

  @Test
  void nobodyKeepsTheModelFromLearningFromTheOthers() {
    List<TrainingRow> rows =
        new ArrayList<>(
            Crowd.said(
                "mallory", Crowd.complaints(150), Map.of("complaint", false, "praise", true)));
    rows.addAll(theme("mara", 100));
    rows.addAll(
        Crowd.said(
            "ben",
            Crowd.complaints(210).subList(150, 210),
            Map.of("complaint", true, "praise", false)));

    Candidate candidate = train(rows);

    assertThat(candidate.leftOut()).isEqualTo("mallory");
    assertThat(candidate.admission().passed()).isTrue();
    assertThat(complaints(PlantedTheme.unseen(), candidate.adaptation()))
        .isGreaterThanOrEqualTo(13);
    assertThat(complaints(Crowd.complaints(100), candidate.adaptation()))
        .isGreaterThanOrEqualTo(complaints(Crowd.complaints(100), Adaptation.NONE));
  }

  @Test
  void theSameRowsGiveTheSameModel() {
    List<TrainingRow> rows = theme("mara", 60);

    assertThat(train(rows).admission()).isEqualTo(train(rows).admission());
  }

  @Test
  void aFifthOfThePostsIsHeldOutForEver() {
    List<TrainingRow> rows = theme("mara", 200);

    assertThat(rows.stream().filter(TrainingRow::heldOut).count()).isBetween(20L, 60L);
    assertThat(theme("mara", 200).stream().map(TrainingRow::heldOut).toList())
        .isEqualTo(rows.stream().map(TrainingRow::heldOut).toList());
  }

  private Candidate train(List<TrainingRow> rows) {
    return retraining.train(rows, Adaptation.NONE, 1);
  }

  private static List<TrainingRow> theme(String by, int count) {
    return Crowd.said(by, PlantedTheme.taught(count), Map.of("complaint", true));
  }

  private static long complaints(List<String> texts, Adaptation adaptation) {
    return texts.stream()
        .filter(text -> PRIORS.of(text, List.of(), "en").holds(COMPLAINT, adaptation))
        .count();
  }

  private static Company aCompany() {
    Duration hour = Duration.ofHours(1);
    return new Company(
        "Morrowby",
        ZoneOffset.UTC,
        "solo",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Company.Sla(hour, hour, hour, hour, hour),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of());
  }
}
