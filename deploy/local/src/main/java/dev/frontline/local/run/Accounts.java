package dev.frontline.local.run;

import dev.frontline.kit.company.Company;
import dev.frontline.local.place.Part;
import dev.frontline.local.secret.Secrets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The lines that {@code up} prints so that people and programs can sign in and deliver posts. */
final class Accounts {

  private Accounts() {}

  /**
   * One {@code account ROLE USER PASSWORD} line a person, under the first of their roles; a role
   * that is nobody's first gets one more line, so that every role can be tried.
   */
  static List<String> people(Company company, Secrets secrets) {
    List<String> lines = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    for (Company.Person person : company.people()) {
      if (!person.roles().isEmpty()) {
        shown.add(person.roles().get(0));
        lines.add(line(person.roles().get(0), person, secrets));
      }
    }
    for (Company.Person person : company.people()) {
      for (String role : person.roles()) {
        if (shown.add(role)) {
          lines.add(line(role, person, secrets));
        }
      }
    }
    return lines;
  }

  /** One {@code webhook SOURCE URL SECRET} line a source that others deliver to. */
  static List<String> webhooks(Surroundings around, Secrets secrets) {
    return secrets.webhooks().entrySet().stream()
        .map(
            entry ->
                "webhook %s %s/hooks/%s %s"
                    .formatted(
                        entry.getKey(),
                        around.ports().url(Part.INGEST),
                        entry.getKey(),
                        entry.getValue()))
        .toList();
  }

  private static String line(String role, Company.Person person, Secrets secrets) {
    return "account %s %s %s".formatted(role, person.id(), secrets.passwords().get(person.id()));
  }
}
