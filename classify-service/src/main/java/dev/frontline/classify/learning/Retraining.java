package dev.frontline.classify.learning;

import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Priors;
import dev.frontline.classify.rows.Say;
import dev.frontline.classify.rows.TrainingRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From rows to a candidate that was measured. Where it is not admitted it, those who taught most
 * are left out one at a time: a person whose word makes the model worse must not keep it from
 * learning from the others.
 */
final class Retraining {

  /** How many people are tried without. */
  private static final int SUSPECTS = 3;

  private final Priors priors;
  private final Touchstones touchstones;

  Retraining(Priors priors) {
    this.priors = priors;
    this.touchstones = Touchstones.shipped(priors);
  }

  /**
   * What a retrain gave.
   *
   * @param leftOut the person without whose words it was learned, null where everybody's counted
   */
  record Candidate(
      Adaptation adaptation,
      Admission.Result admission,
      Learned learned,
      @Nullable String leftOut) {}

  /**
   * @param now what judges today: the candidate is measured against it
   * @param revision what the candidate will be numbered
   */
  Candidate train(List<TrainingRow> rows, Adaptation now, int revision) {
    Candidate all = candidate(rows, null, now, revision);
    if (all.admission().passed()) {
      return all;
    }
    for (String person : mostWords(rows)) {
      Candidate without = candidate(rows, person, now, revision);
      if (without.learned().words() > 0 && without.admission().passed()) {
        return without;
      }
    }
    return all;
  }

  private Candidate candidate(
      List<TrainingRow> rows, @Nullable String leftOut, Adaptation now, int revision) {
    List<TrainingRow> heard = leftOut == null ? rows : without(rows, leftOut);
    List<TrainingRow> taught = heard.stream().filter(row -> !row.heldOut()).toList();
    Set<String> texts = new HashSet<>();
    taught.forEach(row -> texts.add(normal(row.text())));
    // The same words on both sides would measure memory, not understanding.
    List<TrainingRow> heldOut =
        heard.stream().filter(row -> row.heldOut() && !texts.contains(normal(row.text()))).toList();
    List<Lesson> lessons = lessons(taught);
    Adaptation adaptation = Teaching.learn(lessons, touchstones.ordinary(), revision);
    Admission.Result admission =
        new Admission(now, adaptation).check(lessons, lessons(heldOut), touchstones.stones());
    return new Candidate(adaptation, admission, Learned.from(taught, heldOut), leftOut);
  }

  private List<Lesson> lessons(List<TrainingRow> rows) {
    List<Lesson> lessons = new ArrayList<>(rows.size());
    for (TrainingRow row : rows) {
      lessons.add(new Lesson(priors.of(row.text(), row.matched(), row.told()), row.says()));
    }
    return lessons;
  }

  private static List<TrainingRow> without(List<TrainingRow> rows, String person) {
    List<TrainingRow> rest = new ArrayList<>();
    for (TrainingRow row : rows) {
      Map<String, Say> says = new HashMap<>(row.says());
      says.values().removeIf(say -> say.by().equals(person));
      if (!says.isEmpty()) {
        rest.add(row.saying(says));
      }
    }
    return rest;
  }

  private static List<String> mostWords(List<TrainingRow> rows) {
    Map<String, Integer> words = new HashMap<>();
    for (TrainingRow row : rows) {
      row.says().values().stream()
          .filter(Say::isWord)
          .forEach(say -> words.merge(say.by(), 1, Integer::sum));
    }
    return words.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .limit(SUSPECTS)
        .toList();
  }

  private static String normal(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
