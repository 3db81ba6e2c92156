package dev.frontline.routing.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sentences about a choice of person. */
final class AssignmentReasons {

  private AssignmentReasons() {}

  static List<String> of(
      Candidate best, List<Candidate> considered, @Nullable String lang, List<String> skills) {
    List<String> why = new ArrayList<>();
    why.add(chosen(best, considered.size(), lang));
    if (!best.speaks()) {
      why.add("Nobody there with room for one more speaks " + language(lang) + ".");
    }
    Map<String, List<String>> others = new LinkedHashMap<>();
    for (Candidate other : considered) {
      if (other != best) {
        String reason = against(other, best, lang, skills);
        others.computeIfAbsent(reason, r -> new ArrayList<>()).add(name(other));
      }
    }
    others.forEach((reason, names) -> why.add("Not " + listed(names) + ": " + reason + "."));
    return why;
  }

  private static String chosen(Candidate best, int considered, @Nullable String lang) {
    StringBuilder sentence = new StringBuilder(name(best)).append(" gets it: on shift");
    if (best.speaks() && lang != null && !lang.isEmpty()) {
      sentence.append(", speaks ").append(language(lang));
    }
    if (!best.knows().isEmpty()) {
      sentence.append(", knows ").append(String.join(" and ", best.knows()));
    }
    sentence.append(", ").append(best.inHand()).append(" of ").append(best.capacity());
    sentence.append(" in hand");
    if (considered == 1) {
      return sentence.append("; nobody else is in the department.").toString();
    }
    return sentence.append("; ").append(considered).append(" people considered.").toString();
  }

  private static String against(
      Candidate other, Candidate best, @Nullable String lang, List<String> skills) {
    if (!other.onShift()) {
      return "not on shift";
    }
    if (other.full()) {
      return "hands full with " + other.inHand();
    }
    if (other.standsBy() && !best.standsBy()) {
      return "steps in only where nobody else can";
    }
    if (!other.speaks() && best.speaks()) {
      return "does not speak " + language(lang);
    }
    if (other.knows().size() < best.knows().size()) {
      return "knows less of " + String.join(" and ", skills);
    }
    return other.inHand() > best.inHand()
        ? "more in hand (" + other.inHand() + ")"
        : "as good a choice, by id the later one";
  }

  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static String name(Candidate candidate) {
    String name = candidate.person().name();
    return name == null || name.isBlank() ? candidate.person().id() : name;
  }

  private static String language(@Nullable String lang) {
    return FieldReasons.language(lang == null ? "" : lang);
  }
}
