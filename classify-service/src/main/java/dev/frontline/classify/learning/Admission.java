package dev.frontline.classify.learning;

import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Heads;
import dev.frontline.classify.rows.Say;
import dev.frontline.contracts.classification.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Lets a candidate judge only where no label gets worse beyond noise: on the posts that people
 * spoke about and that were held out, on what others say than whoever taught most of it, and on
 * invented posts that nobody's corrections can bend. Where enough was held out to tell, it must
 * also tell what people say of held-out posts, or at least more of it than the shipped model: who
 * learned from dice does neither.
 */
final class Admission {

  /** Whoever said at least this share of what a label was taught is checked against the others. */
  private static final double MUCH = 0.2;

  /** So many held-out words tell whether anything was learned. */
  private static final int ENOUGH = 20;

  /** Who gets so many of a hundred held-out words right has understood what people mean. */
  private static final double UNDERSTOOD = 75;

  private final Adaptation before;
  private final Adaptation after;

  Admission(Adaptation before, Adaptation after) {
    this.before = before;
    this.after = after;
  }

  /**
   * One label's figures.
   *
   * @param heldOut on posts that people spoke about or left standing, never trained on
   * @param invented on posts that ship with the service
   * @param certainty on those of them that have the label
   */
  record Figures(Comparison heldOut, Comparison invented, Certainty certainty) {}

  /**
   * @param reasons why it may not judge, in sentences; none where it may
   */
  record Result(Map<String, Figures> labels, List<String> reasons) {
    boolean passed() {
      return reasons.isEmpty();
    }
  }

  /**
   * @param taught what the candidate learned from
   * @param heldOut what it did not
   */
  Result check(List<Lesson> taught, List<Lesson> heldOut, List<Touchstone> stones) {
    Map<String, Figures> labels = new LinkedHashMap<>();
    List<String> reasons = new ArrayList<>();
    for (int label = 0; label < Heads.LABELS; label++) {
      String name = Labels.ALL.get(label);
      Figures figures =
          new Figures(
              Comparison.of(decided(heldOut, label, say -> true)),
              Comparison.of(invented(stones, label)),
              Certainty.of(stones, label, before, after));
      labels.put(name, figures);
      if (figures.heldOut().worse()) {
        reasons.add(reason(name, "on what people say of held-out posts", figures.heldOut()));
      } else if (figures.heldOut().fell()) {
        reasons.add(tooFew(name, figures.heldOut()));
      }
      if (figures.invented().worse()) {
        reasons.add(reason(name, "on the invented posts", figures.invented()));
      }
      if (figures.certainty().lost() && !figures.invented().worse()) {
        reasons.add(reason(name, figures.certainty()));
      }
      for (String person : teachers(taught, label)) {
        Comparison others = Comparison.of(decided(heldOut, label, say -> !say.by().equals(person)));
        if (others.worse() && !figures.heldOut().worse()) {
          reasons.add(reason(name, "on what others than " + person + " say", others));
        }
      }
    }
    Change learned = learned(heldOut);
    if (learned.after() < UNDERSTOOD && learned.low() <= 0) {
      reasons.add(
          "It learned nothing that holds on what people say of held-out posts:"
              + difference("right", learned));
    }
    return new Result(labels, reasons);
  }

  /** How much of what people say of held-out posts is told now and was by the shipped model. */
  private Change learned(List<Lesson> heldOut) {
    Admission fromNothing = new Admission(Adaptation.NONE, after);
    List<Decided> words = new ArrayList<>();
    for (int label = 0; label < Heads.LABELS; label++) {
      words.addAll(fromNothing.decided(heldOut, label, Say::isWord));
    }
    return words.size() < ENOUGH ? new Change(100, 100, 0, 0) : Comparison.of(words).right();
  }

  private List<Decided> decided(List<Lesson> lessons, int label, Predicate<Say> counts) {
    List<Decided> decided = new ArrayList<>();
    for (Lesson lesson : lessons) {
      Say say = lesson.say(label);
      if (say != null && counts.test(say)) {
        decided.add(
            new Decided(
                say.holds(),
                say.weight(),
                lesson.prior().holds(label, before),
                lesson.prior().holds(label, after)));
      }
    }
    return decided;
  }

  private List<Decided> invented(List<Touchstone> stones, int label) {
    List<Decided> decided = new ArrayList<>();
    for (Touchstone stone : stones) {
      decided.add(
          new Decided(
              stone.holds(label),
              1,
              stone.prior().holds(label, before),
              stone.prior().holds(label, after)));
    }
    return decided;
  }

  /** Who said much of what the label was taught. */
  private static List<String> teachers(List<Lesson> taught, int label) {
    Map<String, Integer> words = new HashMap<>();
    int all = 0;
    for (Lesson lesson : taught) {
      Say say = lesson.say(label);
      if (say != null && say.isWord()) {
        words.merge(say.by(), 1, Integer::sum);
        all++;
      }
    }
    double enough = all * MUCH;
    return words.entrySet().stream()
        .filter(e -> e.getValue() >= enough)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static String reason(String label, String where, Comparison on) {
    boolean byRight = on.right().worse();
    return label
        + " gets worse "
        + where
        + ":"
        + (byRight
            ? difference("right", on.right())
            : difference("F1", Objects.requireNonNull(on.f1())));
  }

  private static String reason(String label, Certainty certainty) {
    return String.format(
        Locale.ROOT,
        "%s gets worse on the invented posts: those that have it are told with %.1f of 100 instead"
            + " of %.1f.",
        label,
        certainty.after(),
        certainty.before());
  }

  /** With few posts nearly everything is within noise: then nobody is let in on a bad figure. */
  private static String tooFew(String label, Comparison on) {
    Change fallen = on.right().fell() ? on.right() : Objects.requireNonNull(on.f1());
    return label
        + " falls on what people say of held-out posts, and "
        + on.posts()
        + " posts are too few to call it noise:"
        + difference(on.right().fell() ? "right" : "F1", fallen);
  }

  private static String difference(String figure, Change change) {
    return String.format(
        Locale.ROOT,
        " %s %.1f instead of %.1f, a difference of %.1f to %.1f.",
        figure,
        change.after(),
        change.before(),
        change.low(),
        change.high());
  }
}
