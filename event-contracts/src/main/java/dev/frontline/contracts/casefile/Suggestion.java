package dev.frontline.contracts.casefile;

import dev.frontline.contracts.Required;

/** A better place for a case that is already in somebody's hands; a person decides. */
public record Suggestion(String department, String why) {

  public Suggestion {
    Required.text("suggestion.department", department);
    Required.text("suggestion.why", why);
  }
}
