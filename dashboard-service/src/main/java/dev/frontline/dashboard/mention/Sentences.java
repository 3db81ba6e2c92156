package dev.frontline.dashboard.mention;

import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.classification.About;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.mention.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a mention is what it is and where it is, in sentences. */
public final class Sentences {

  private Sentences() {}

  /** Labels first, then what routing said. */
  public static List<String> why(
      @Nullable Classification classification, @Nullable MentionRouted routed) {
    List<String> sentences = new ArrayList<>();
    if (classification != null) {
      if (classification.notScored() != null) {
        sentences.add("Not judged: " + classification.notScored() + ".");
      }
      for (String name : Labels.ALL) {
        LabelScore score = classification.labels().get(name);
        if (score != null && score.decided()) {
          sentences.add(label(name, score));
        }
      }
      if (sentences.isEmpty()) {
        sentences.add("No label holds.");
      }
      classification.about().forEach(one -> sentences.add(about(one)));
    }
    if (routed != null) {
      sentences.addAll(routed.why());
    }
    return sentences;
  }

  /** What is said of one of several brands, such as {@code About the rival Steamy: complaint.} */
  public static String about(About one) {
    String held =
        Labels.ALL.stream()
            .filter(l -> one.labels().containsKey(l) && one.labels().get(l).decided())
            .map(l -> l.equals(Labels.PR_RISK) ? shown(l) : l)
            .collect(Collectors.joining(", "));
    String who = one.kind() == Match.Kind.RIVAL ? "the rival " + one.name() : one.name();
    return "About " + who + ": " + (held.isEmpty() ? "no label holds" : held) + ".";
  }

  /** One label's verdict, such as {@code Complaint, 93 %: "late again", "never"}. */
  public static String label(String name, LabelScore score) {
    String shown = shown(name);
    if ("human".equals(score.tier())) {
      return shown + ", said by " + score.model() + ".";
    }
    String words =
        score.why().isEmpty()
            ? ""
            : ": \u201c" + String.join("\u201d, \u201c", score.why()) + "\u201d";
    return shown + ", " + Math.round(score.p() * 100) + " %" + words + ".";
  }

  /** A label with who gave it, such as {@code Complaint, 93 %, by the fast model m-1.} */
  public static String verdict(String name, LabelScore score) {
    boolean measured = !"human".equals(score.tier()) && !"opinion".equals(score.tier());
    String percent = measured ? ", " + Math.round(score.p() * 100) + " %" : "";
    return shown(name) + percent + ", " + by(score) + ".";
  }

  /** Who gave a label, in plain words. */
  public static String by(LabelScore score) {
    return switch (score.tier()) {
      case "human" -> "said by " + score.model();
      case "opinion" -> "by the second opinion of " + score.model();
      case "rule" -> "by a rule, " + score.model();
      case "1" -> "by the thorough model " + score.model();
      default -> "by the fast model " + score.model();
    };
  }

  /** A label's name as people read it. */
  public static String shown(String label) {
    if (label.equals(Labels.PR_RISK)) {
      return "PR risk";
    }
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }
}
