package dev.frontline.routing.incident.playbook;

import dev.frontline.contracts.Lists;
import dev.frontline.kit.company.IncidentPlan.Playbook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A playbook as somebody wrote it.
 *
 * @param version grows by one with each change
 * @param removed it is as in the company file, or as shipped, again
 */
public record EditedPlaybook(
    String kind,
    long version,
    List<String> steps,
    @Nullable String statement,
    boolean removed,
    String by,
    Instant at) {

  private static final int MOST_STEPS = 30;
  private static final int LONGEST_STEP = 300;
  private static final int LONGEST_STATEMENT = 5_000;

  public EditedPlaybook {
    steps = Lists.copy(steps);
  }

  Playbook playbook() {
    return new Playbook(kind, steps, statement);
  }

  /** What is wrong with a value, and what is allowed. */
  record Wrong(String field, String detail, String allowed) {}

  /** The first thing that is wrong; empty where it could be a playbook. */
  static Optional<Wrong> wrong(@Nullable List<@Nullable String> steps, @Nullable String statement) {
    List<String> clean = clean(steps);
    if (clean.isEmpty() || clean.size() > MOST_STEPS) {
      return Optional.of(new Wrong("steps", "it needs steps", "1 to " + MOST_STEPS + " steps"));
    }
    for (String step : clean) {
      if (step.length() > LONGEST_STEP) {
        return Optional.of(
            new Wrong(
                "steps",
                "a step is too long: " + step.substring(0, 40) + "…",
                "at most " + LONGEST_STEP + " characters a step"));
      }
    }
    return statement != null && statement.length() > LONGEST_STATEMENT
        ? Optional.of(
            new Wrong(
                "statement",
                "the statement is too long",
                "at most " + LONGEST_STATEMENT + " characters"))
        : Optional.empty();
  }

  /** Steps without blanks. */
  static List<String> clean(@Nullable List<@Nullable String> steps) {
    List<String> clean = new ArrayList<>();
    if (steps != null) {
      for (String step : steps) {
        if (step != null && !step.isBlank()) {
          clean.add(step.strip());
        }
      }
    }
    return clean;
  }
}
