package dev.frontline.dashboard.account;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.token.Caller;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person who asks, with what they may see.
 *
 * @param departments whose cases they belong to
 */
public record Viewer(String id, String name, Set<String> roles, Set<String> departments) {

  /** The roles of those who run the whole. */
  static final List<String> OVERSEERS = List.of("ops", "social-lead", "admin");

  private static final Set<String> SEE_ALL = Set.of("social-lead", "admin");

  public Viewer {
    roles = Set.copyOf(roles);
    departments = Set.copyOf(departments);
  }

  public static Viewer of(Company.Person person) {
    return new Viewer(
        person.id(), person.name(), Set.copyOf(person.roles()), Set.copyOf(person.departments()));
  }

  /** The social lead answers for the whole, so sees all of it. */
  public boolean seesAll() {
    return roles.stream().anyMatch(SEE_ALL::contains);
  }

  public boolean sees(String department) {
    return seesAll() || departments.contains(department);
  }

  /** Departments to show, null for all. */
  public @Nullable Set<String> visible() {
    return seesAll() ? null : departments;
  }

  /** Whether every post may be read: those who lead or run the whole. */
  public boolean readsAllPosts() {
    return seesAll() || roles.contains("ops");
  }

  public boolean seesOps() {
    return roles.stream().anyMatch(OVERSEERS::contains);
  }

  /** As the services that own the decisions know them. */
  public Caller caller() {
    return new Caller(id, roles, departments);
  }
}
