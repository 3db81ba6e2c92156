package dev.frontline.local.demo.player;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.kit.company.Company;
import java.util.Comparator;

/** Who acts: the person whom the story names where they may, else somebody who may. */
final class Cast {

  private final Company company;

  Cast(Company company) {
    this.company = company;
  }

  /** Id of the social lead, or of anybody where the company has none. */
  String lead() {
    return company.people().stream()
        .filter(p -> p.roles().contains("social-lead"))
        .findFirst()
        .or(() -> company.people().stream().findFirst())
        .map(Company.Person::id)
        .orElse("service:demo");
  }

  /**
   * Whoever answers in this case.
   *
   * @param wanted id of a person, or {@code assignee}
   */
  String actor(String wanted, CaseState state) {
    String named = wanted.equals("assignee") ? state.assignee() : wanted;
    if (named != null && company.person(named).filter(p -> belongs(p, state)).isPresent()) {
      return named;
    }
    return company.people().stream()
        .filter(p -> belongs(p, state))
        .max(
            Comparator.comparing((Company.Person p) -> p.id().equals(state.assignee()))
                .thenComparing(p -> state.lang() != null && p.languages().contains(state.lang())))
        .map(Company.Person::id)
        .orElseGet(this::lead);
  }

  private static boolean belongs(Company.Person person, CaseState state) {
    return person.departments().contains(state.department());
  }
}
