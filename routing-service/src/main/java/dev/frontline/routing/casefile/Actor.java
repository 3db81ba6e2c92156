package dev.frontline.routing.casefile;

import dev.frontline.kit.company.Company;
import java.util.List;
import java.util.Set;

/**
 * Who gives a command.
 *
 * @param user id of the person, or {@code service:NAME}
 */
public record Actor(String user, Set<String> roles, Set<String> departments) {

  private static final List<String> EVERYWHERE = List.of("social-lead", "admin");

  public Actor {
    roles = Set.copyOf(roles);
    departments = Set.copyOf(departments);
  }

  /** Whether they may act on cases of the department's queue. */
  public boolean mayActIn(String department) {
    return leads() || departments.contains(department);
  }

  /** Whether every queue is theirs to act in. */
  public boolean leads() {
    return EVERYWHERE.stream().anyMatch(roles::contains);
  }

  /** Who may act there, in words for a refusal. */
  static List<String> allowedIn(String department) {
    return department.equals(Company.TRIAGE)
        ? EVERYWHERE
        : List.of("members of " + department, EVERYWHERE.get(0), EVERYWHERE.get(1));
  }
}
