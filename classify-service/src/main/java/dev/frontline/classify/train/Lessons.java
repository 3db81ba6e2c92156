package dev.frontline.classify.train;

import dev.frontline.classify.data.Post;
import dev.frontline.classify.model.Heads;
import dev.frontline.classify.text.CueCategory;
import dev.frontline.classify.text.Surface;
import dev.frontline.contracts.classification.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** What is known of posts, and of the others what the slow tier thinks, as {@link Lesson}s. */
final class Lessons {

  private static final int TOXIC = Labels.ALL.indexOf(Labels.TOXIC);

  /** How much a post whose labels people set counts beside one that the slow tier labelled. */
  private static final float KNOWN = 3;

  /** How much a post of disasters or spam does. */
  private static final float QUIET = 0.3f;

  /** How much an invented post does, and one of which the tone alone was read. */
  private static final float INVENTED = 1;

  private Lessons() {}

  /**
   * @param known posts with labels
   * @param others posts without
   * @param teacher how probable the slow tier holds a label of the others, by its place
   */
  static List<Lesson> of(
      List<Example> known, List<Example> others, ToDoubleBiFunction<Example, Integer> teacher) {
    List<Lesson> lessons = new ArrayList<>();
    for (Example example : known) {
      if (example.pieces().length > 0) {
        float[] labels = labels(example);
        float weight = weight(example);
        if (example.named().length == 0 || Arrays.equals(example.pieces(), example.named())) {
          lessons.add(new Lesson(example.pieces(), example.surface(), labels, weight));
        } else {
          // Both ways: not everyone who judges a post tells whom it is about.
          lessons.add(new Lesson(example.pieces(), example.surface(), labels, weight / 2));
          lessons.add(new Lesson(example.named(), example.surface(), labels, weight / 2));
        }
      }
    }
    for (Example example : others) {
      if (example.pieces().length > 0) {
        lessons.add(new Lesson(example.pieces(), example.surface(), thought(example, teacher), 1));
      }
    }
    return lessons;
  }

  private static float weight(Example example) {
    if (isQuiet(example)) {
      return QUIET;
    }
    boolean ofTone = example.post().source().equals(Post.READ_TONE);
    return ofTone || isInvented(example) ? INVENTED : KNOWN;
  }

  static boolean isQuiet(Example example) {
    return example.post().source().equals("sms-spam")
        || example.post().source().equals("crisislex");
  }

  /** Whether it was written for this project: people write otherwise. */
  static boolean isInvented(Example example) {
    return example.post().source().equals(Post.INVENTED);
  }

  private static float[] labels(Example example) {
    float[] wanted = Lesson.nothing();
    for (int i = 0; i < Heads.LABELS; i++) {
      wanted[i] = example.post().label(Labels.ALL.get(i));
    }
    if (wanted[TOXIC] < 0 && isCalmComplaint(example)) {
      wanted[TOXIC] = 0;
    }
    return wanted;
  }

  /** A complaint without a word of anger: the set of toxic posts has next to none. */
  static boolean isCalmComplaint(Example example) {
    return example.post().label(Labels.COMPLAINT) == 1
        && example.surface()[Surface.indexOf(CueCategory.ANGER)] == 0;
  }

  private static float[] thought(Example example, ToDoubleBiFunction<Example, Integer> teacher) {
    float[] wanted = Lesson.nothing();
    for (int i = 0; i < Heads.LABELS; i++) {
      wanted[i] = i == TOXIC ? tone(example) : (float) teacher.applyAsDouble(example, i);
    }
    String sentiment = example.post().sentiment();
    if (sentiment != null && !FeelingHeads.isHeldBack(example)) {
      for (int i = 0; i < Heads.SENTIMENTS.size(); i++) {
        wanted[Heads.sentiment(i)] = Heads.SENTIMENTS.get(i).equals(sentiment) ? 1 : 0;
      }
    }
    return wanted;
  }

  /** The part of the toxic set that is kept for measuring stays unknown. */
  private static float tone(Example example) {
    return example.family().equals("train") ? example.post().label(Labels.TOXIC) : Lesson.UNKNOWN;
  }
}
