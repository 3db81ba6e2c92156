package dev.frontline.dashboard.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.classification.Classification;
import java.util.ArrayList;
import java.util.List;

/** What the owning service made of a command. */
public sealed interface Verdict {

  /** It was done; the case as it now is. */
  record Done(CaseState state) implements Verdict {}

  /** The post was judged again; its labels as they now are. */
  record Judged(Classification classification) implements Verdict {}

  /** It was done, or asked; the answer as its owner gave it. */
  record Told(JsonNode body) implements Verdict {}

  /**
   * It was not done.
   *
   * @param problem the refusal as problem+json, naming what is allowed
   */
  record Refused(int status, JsonNode problem) implements Verdict {

    /** What went wrong, for people, and what is allowed instead. */
    public String text() {
      String text = problem.path("title").asText("It was refused");
      String detail = problem.path("detail").asText("");
      if (!detail.isBlank()) {
        text += ". " + detail;
      }
      List<String> allowed = new ArrayList<>();
      problem.path("allowed").forEach(a -> allowed.add(a.asText()));
      if (allowed.isEmpty()) {
        return text;
      }
      return text
          + (text.endsWith(".") ? "" : ".")
          + " Allowed: "
          + String.join(", ", allowed)
          + ".";
    }
  }
}
