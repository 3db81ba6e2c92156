package dev.frontline.local.doctor;

import dev.frontline.kit.company.Company;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code frontline.yaml} says, and whom it leaves out. */
final class Configuration {

  private Configuration() {}

  static List<Finding> examine(Company company, Path file) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok(
            "frontline.yaml",
            "%s: %s, %s, %d brands, %d departments, %d people, %d rules"
                .formatted(
                    file,
                    company.name(),
                    company.shape(),
                    company.brands().size(),
                    company.departments().size(),
                    company.people().size(),
                    company.rules().size())));
    for (Company.Department department : company.departments()) {
      if (company.people().stream()
          .noneMatch(person -> person.departments().contains(department.id()))) {
        findings.add(
            Finding.wrong("departments", department.id() + " has nobody: its cases would wait"));
      }
    }
    if (company.people().stream().noneMatch(person -> person.roles().contains("social-lead"))) {
      findings.add(Finding.wrong("people", "nobody is social-lead: triage would have no owner"));
    }
    return findings;
  }
}
