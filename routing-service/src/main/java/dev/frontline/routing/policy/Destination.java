package dev.frontline.routing.policy;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import java.util.List;

/** Where the rules send a post. */
public sealed interface Destination {

  /** The rule that decided, and why in sentences. */
  Route route();

  /**
   * A department answers.
   *
   * @param skills people who know these are preferred
   * @param opportunity a rival's customer who may be won
   */
  record ToDepartment(
      String department, Priority priority, List<String> skills, boolean opportunity, Route route)
      implements Destination {
    public ToDepartment {
      skills = Lists.copy(skills);
    }
  }

  /** A person has to look first. */
  record ToTriage(Route route) implements Destination {}

  /** It needs nobody; it stays searchable. */
  record Filed(Route route) implements Destination {}
}
