package dev.frontline.classify.learning;

import dev.frontline.classify.rows.Say;
import dev.frontline.classify.rows.TrainingRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a version was learned from.
 *
 * @param posts it was trained on
 * @param words what people said of their labels
 * @param leftStanding labels that people left as they were on posts they handled
 * @param people who said it
 * @param heldOut posts it was measured on and never trained on
 */
record Learned(int posts, int words, int leftStanding, int people, int heldOut) {

  static Learned from(List<TrainingRow> taught, List<TrainingRow> heldOut) {
    int words = 0;
    int left = 0;
    Set<String> people = new HashSet<>();
    for (TrainingRow row : taught) {
      for (Say say : row.says().values()) {
        words += say.isWord() ? 1 : 0;
        left += say.isWord() ? 0 : 1;
        people.add(say.by());
      }
    }
    return new Learned(taught.size(), words, left, people.size(), heldOut.size());
  }
}
