package dev.frontline.dashboard.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.classification.Classification;

/** What the owning service made of a command. */
public sealed interface Verdict {

  /** It was done; the case as it now is. */
  record Done(CaseState state) implements Verdict {}

  /** The post was judged again; its labels as they now are. */
  record Judged(Classification classification) implements Verdict {}

  /**
   * It was not done.
   *
   * @param problem the refusal as problem+json, naming what is allowed
   */
  record Refused(int status, JsonNode problem) implements Verdict {

    /** What went wrong, for people. */
    public String text() {
      String title = problem.path("title").asText("It was refused");
      String detail = problem.path("detail").asText("");
      return detail.isBlank() ? title : title + ". " + detail;
    }
  }
}
