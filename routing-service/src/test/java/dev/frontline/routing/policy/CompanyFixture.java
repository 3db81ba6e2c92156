package dev.frontline.routing.policy;

import dev.frontline.kit.company.Company;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** An invented maker of kettles. */
final class CompanyFixture {

  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  static final Company.Sla SLA =
      new Company.Sla(
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(8),
          Duration.ofHours(24),
          Duration.ofMinutes(90));

  private CompanyFixture() {}

  static Company withRules(Company.Rule... rules) {
    return company(List.of(), rules);
  }

  static Company withPeople(Company.Person... people) {
    return company(Arrays.asList(people));
  }

  private static Company company(List<Company.Person> people, Company.Rule... rules) {
    return new Company(
        "Kettlery",
        ZONE,
        "hub-and-spoke",
        List.of(
            new Company.Brand(
                "Kettlery", List.of("kettlery"), List.of(), List.of(), List.of(), List.of())),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new Company.Department("customer-service", "Customer service"),
            new Company.Department("sales", "Sales"),
            new Company.Department("pr", "Press"),
            new Company.Department("marketing", "Marketing")),
        people,
        List.of(rules),
        SLA,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of());
  }

  static Company.Rule rule(String name, String when) {
    return new Company.Rule(
        name, when, "customer-service", false, false, "normal", List.of(), false);
  }

  static Company.Person agent(
      String id, List<String> languages, List<String> skills, Company.Shift... shifts) {
    String name = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    return new Company.Person(
        id,
        name,
        List.of("agent"),
        List.of("customer-service"),
        skills,
        languages,
        3,
        List.of(shifts),
        null);
  }
}
