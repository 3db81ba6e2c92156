package dev.frontline.kit.speaking;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who may speak, where that is limited to roles; whoever leads always may. */
final class RoleLimit {

  private static final List<String> EVERYWHERE = List.of("social-lead", "admin");

  private RoleLimit() {}

  /**
   * Whether a person may.
   *
   * @param roles that may; empty for everybody who may answer
   * @param theirs the person's
   */
  static boolean lets(List<String> roles, Set<String> theirs) {
    return roles.isEmpty()
        || roles.stream().anyMatch(theirs::contains)
        || EVERYWHERE.stream().anyMatch(theirs::contains);
  }

  /** Who may, for a refusal. */
  static List<String> whoMay(List<String> roles) {
    return Stream.concat(roles.stream(), EVERYWHERE.stream()).distinct().toList();
  }
}
