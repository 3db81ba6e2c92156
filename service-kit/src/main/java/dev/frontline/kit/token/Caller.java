package dev.frontline.kit.token;

import java.util.Set;

/**
 * For whom a service asks another one to act.
 *
 * @param user id of the person, or {@code service:NAME} where no person is behind it
 */
public record Caller(String user, Set<String> roles, Set<String> departments) {

  public Caller {
    roles = Set.copyOf(roles);
    departments = Set.copyOf(departments);
  }

  /** A service that acts by itself, with every right. */
  public static Caller service(String name) {
    return new Caller("service:" + name, Set.of("admin"), Set.of());
  }

  public boolean has(String role) {
    return roles.contains(role);
  }
}
