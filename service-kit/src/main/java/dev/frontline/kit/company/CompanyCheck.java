package dev.frontline.kit.company;

import dev.frontline.contracts.Required;
import java.util.List;
import java.util.Set;

/** What must hold across the lines of {@code frontline.yaml}; messages say what is allowed. */
final class CompanyCheck {

  static final Set<String> SHAPES =
      Set.of("centralised", "distributed", "hub-and-spoke", "dandelion", "holistic", "solo");
  static final Set<String> ROLES =
      Set.of("agent", "sales", "pr", "marketing", "executive", "social-lead", "ops", "admin");
  static final Set<String> SOURCE_KINDS = Set.of("webhook", "replay", "feed");

  private CompanyCheck() {}

  static void check(Company company) {
    try {
      Required.text("name", company.name());
      Required.value("zone", company.zone());
      Required.value("sla", company.sla());
    } catch (IllegalArgumentException e) {
      throw new InvalidCompanyFileException("frontline.yaml " + e.getMessage(), e);
    }
    oneOf("shape", company.shape(), SHAPES);
    if (company.brands().isEmpty()) {
      throw new InvalidCompanyFileException("frontline.yaml brands must name at least one brand");
    }
    List<String> queues = company.queues();
    for (Company.Person person : company.people()) {
      person.roles().forEach(r -> oneOf("people." + person.id() + ".roles", r, ROLES));
      person
          .departments()
          .forEach(d -> oneOf("people." + person.id() + ".departments", d, Set.copyOf(queues)));
    }
    for (Company.Rule rule : company.rules()) {
      int targets =
          (rule.department() == null ? 0 : 1) + (rule.file() ? 1 : 0) + (rule.triage() ? 1 : 0);
      if (targets != 1) {
        throw new InvalidCompanyFileException(
            "frontline.yaml rules."
                + rule.name()
                + " must say exactly one of department, file: true or triage: true");
      }
      if (rule.department() != null) {
        oneOf("rules." + rule.name() + ".department", rule.department(), Set.copyOf(queues));
      }
    }
    for (Company.Source source : company.sources()) {
      oneOf("sources." + source.id() + ".kind", source.kind(), SOURCE_KINDS);
    }
  }

  private static void oneOf(String field, String value, Set<String> allowed) {
    if (value == null || !allowed.contains(value)) {
      throw new InvalidCompanyFileException(
          "frontline.yaml "
              + field
              + ": '"
              + value
              + "' is not one of "
              + allowed.stream().sorted().toList());
    }
  }
}
