package dev.frontline.routing.policy;

import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.classification.Because;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.mention.Match;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sentences that say what a rule met in a post. */
final class Reasons {

  private static final int WORDS_SHOWN = 4;

  private Reasons() {}

  /** A sentence for each field that the deciding rule read. */
  static List<String> of(PostFacts facts, List<String> fields) {
    Set<String> sentences = new LinkedHashSet<>();
    for (String field : fields) {
      String label = field.startsWith("p_") ? field.substring(2) : field;
      String sentence =
          Labels.ALL.contains(label)
              ? "It is " + label(facts.classification(), label) + "."
              : FieldReasons.sentence(facts, field);
      if (sentence != null) {
        sentences.add(sentence);
      }
    }
    return List.copyOf(sentences);
  }

  /** As {@link #of}, without the labels. */
  static List<String> beyondLabels(PostFacts facts, List<String> fields) {
    return of(
        facts,
        fields.stream()
            .filter(f -> !f.equals("kind") && !Labels.ALL.contains(f) && !f.startsWith("p_"))
            .toList());
  }

  /** Why nobody has to answer. */
  static String needsNobody(PostFacts facts) {
    Classification judged = facts.classification();
    if (facts.match().kind() != Match.Kind.BRAND) {
      return "Needs nobody: it is about " + FieldReasons.subject(facts) + ".";
    }
    if (judged.notScored() != null) {
      return "Needs nobody: it was not judged (" + judged.notScored() + ").";
    }
    List<String> held = Labels.ALL.stream().filter(judged::has).toList();
    if (!held.isEmpty()) {
      return "Needs nobody: it is "
          + held.stream().map(l -> label(judged, l)).collect(Collectors.joining(", and "))
          + ".";
    }
    return "Needs nobody: no label holds" + nearest(judged, 1) + ".";
  }

  /** The labels that came closest with their probabilities, such as {@code : complaint 48 %}. */
  static String nearest(Classification judged, int most) {
    String nearest =
        PostFacts.WITH_PROBABILITY.stream()
            .filter(l -> judged.p(l) > 0)
            .sorted(Comparator.comparingDouble(judged::p).reversed())
            .limit(most)
            .map(l -> noun(l) + " " + percent(judged.p(l)))
            .collect(Collectors.joining(", "));
    return nearest.isEmpty() ? "" : "; nearest: " + nearest;
  }

  static String lower(Priority priority) {
    return priority.name().toLowerCase(Locale.ROOT);
  }

  static String percent(double p) {
    long rounded = Math.round(p * 100);
    if (rounded == 100 && p < 1) {
      return "over 99 %";
    }
    return rounded == 0 && p > 0 ? "under 1 %" : rounded + " %";
  }

  private static String label(Classification judged, String label) {
    LabelScore score = judged.labels().get(label);
    if (score == null || !score.decided()) {
      return "not " + noun(label) + (score == null ? "" : " (" + percent(score.p()) + ")");
    }
    if (score.tier().equals("human")) {
      return noun(label) + ", as " + score.model() + " said";
    }
    return noun(label) + " (" + percent(score.p()) + because(score) + ")";
  }

  private static String because(LabelScore score) {
    List<String> why = score.why().subList(0, Math.min(WORDS_SHOWN, score.why().size()));
    return why.isEmpty() ? "" : ", because of " + Because.sentence(why);
  }

  private static String noun(@Nullable String label) {
    return switch (String.valueOf(label)) {
      case Labels.COMPLAINT -> "a complaint";
      case Labels.LEAD -> "a sales lead";
      case Labels.PR_RISK -> "a PR risk";
      case Labels.QUESTION -> "a question";
      default -> String.valueOf(label);
    };
  }
}
