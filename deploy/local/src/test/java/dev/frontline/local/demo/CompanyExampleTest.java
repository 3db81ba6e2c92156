package dev.frontline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompanyExampleTest {

  static final Path FILE = Path.of("../../frontline.yaml");

  private final Company company = CompanyFile.read(FILE, Map.of());

  @Test
  void the_example_is_a_valid_company() {
    assertThat(company.brands()).hasSize(2);
    assertThat(company.queues())
        .containsExactly("customer-service", "sales", "pr", "marketing", "executive", "triage");
    assertThat(company.people()).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void every_role_is_held_by_somebody() {
    assertThat(company.people())
        .flatExtracting(Company.Person::roles)
        .contains("agent", "sales", "pr", "marketing", "executive", "social-lead", "ops", "admin");
  }

  @Test
  void somebody_is_on_shift_in_each_department_at_any_hour() {
    List<String> gaps = new ArrayList<>();
    for (Company.Department department : company.departments()) {
      for (int minute = 0; minute < 24 * 60; minute += 15) {
        LocalTime time = LocalTime.MIDNIGHT.plusMinutes(minute);
        if (company.people().stream()
            .filter(p -> !p.roles().contains("social-lead"))
            .filter(p -> p.departments().contains(department.id()))
            .noneMatch(p -> isThere(p, time))) {
          gaps.add(department.id() + " " + time);
        }
      }
    }
    assertThat(gaps).isEmpty();
  }

  @Test
  void customer_service_speaks_spanish_at_any_hour() {
    for (int hour = 0; hour < 24; hour++) {
      LocalTime time = LocalTime.of(hour, 0);
      assertThat(company.people())
          .filteredOn(p -> p.roles().contains("agent") && p.languages().contains("es"))
          .anyMatch(p -> isThere(p, time));
    }
  }

  private static boolean isThere(Company.Person person, LocalTime time) {
    return person.shifts().isEmpty()
        || person.shifts().stream()
            .anyMatch(
                s -> {
                  LocalTime from = LocalTime.parse(s.from());
                  LocalTime to = LocalTime.parse(s.to());
                  return from.isBefore(to)
                      ? !time.isBefore(from) && time.isBefore(to)
                      : !time.isBefore(from) || time.isBefore(to);
                });
  }
}
