package dev.frontline.kit.company;

import dev.frontline.contracts.Lists;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What must hold across the lines of {@code frontline.yaml}. Everything that is wrong is told at
 * once, each with its line and what is allowed.
 */
final class CompanyCheck {

  static final Set<String> SHAPES =
      Set.of("centralised", "distributed", "hub-and-spoke", "dandelion", "holistic", "solo");
  static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  static final String ID_ALLOWED =
      "lower-case letters, digits and hyphens, at most 63: it stands in topic names and addresses";
  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9-]+:\\S+");

  private CompanyCheck() {}

  static void check(Company company, FileLines lines) {
    Problems problems = new Problems(lines);
    problems.present(Spot.top("name"), company.name(), "the company's name");
    problems.present(Spot.top("zone"), company.zone(), "a time zone such as Europe/Amsterdam");
    problems.oneOf(Spot.top("shape"), company.shape(), SHAPES);
    brands(company, problems);
    listened("rivals", company.rivals(), problems);
    listened("topics", company.topics(), problems);
    listened("campaigns", company.campaigns(), problems);
    departments(company, problems);
    new PeopleCheck(problems, company.queues()).check(company.people());
    new RuleCheck(problems, company.queues()).check(company.rules());
    new VocabularyCheck(problems).themes(Spot.top("themes"), company.themes());
    sla(company.sla(), problems);
    new IncidentCheck(problems, company.queues()).check(company.incidentPlan());
    new SourceCheck(problems, names(company.brands(), Company.Brand::name))
        .check(company.sources());
    AlertCheck alerts = new AlertCheck(problems);
    alerts.sinks(company.sinks());
    alerts.alerts(company.alerts(), company.queues(), names(company.sinks(), Sink::id));
    new WatchCheck(problems).check(company);
    problems.throwIfAny();
  }

  private static void brands(Company company, Problems problems) {
    Spot spot = Spot.top("brands");
    if (company.brands().isEmpty()) {
      problems.add(spot, "must name at least one brand");
    }
    problems.unique(spot, names(company.brands(), Company.Brand::name), "brand");
    for (int i = 0; i < company.brands().size(); i++) {
      Company.Brand brand = company.brands().get(i);
      Spot at = spot.item(i, brand.name());
      problems.present(at.field("name"), brand.name(), "the brand's name");
      blankFree(at.field("terms"), brand.terms(), problems);
      blankFree(at.field("products"), brand.products(), problems);
      new VocabularyCheck(problems).themes(at.field("themes"), brand.themes());
      new VocabularyCheck(problems).issues(at.field("knownIssues"), brand.knownIssues());
      for (int k = 0; k < brand.accounts().size(); k++) {
        problems.matches(
            at.field("accounts").item(k),
            brand.accounts().get(k),
            ACCOUNT,
            "an account; write network:id, such as mastodon:morrowby");
      }
    }
  }

  private static void listened(String field, List<Company.Listened> all, Problems problems) {
    Spot spot = Spot.top(field);
    problems.unique(spot, names(all, Company.Listened::name), "name");
    for (int i = 0; i < all.size(); i++) {
      Spot at = spot.item(i, all.get(i).name());
      problems.present(at.field("name"), all.get(i).name(), "what is listened for");
      blankFree(at.field("terms"), all.get(i).terms(), problems);
      problems.positive(at.field("trial"), all.get(i).trial());
    }
  }

  private static void departments(Company company, Problems problems) {
    Spot spot = Spot.top("departments");
    problems.unique(spot, names(company.departments(), Company.Department::id), "id");
    for (int i = 0; i < company.departments().size(); i++) {
      String id = company.departments().get(i).id();
      problems.matches(spot.item(i, id).field("id"), id, ID, ID_ALLOWED);
    }
  }

  private static void sla(Company.Sla sla, Problems problems) {
    Spot spot = Spot.top("sla");
    String allowed = "a duration such as PT30M, PT2H or P1D";
    if (!problems.present(spot, sla, "urgent, high, normal, low and triage, each " + allowed)) {
      return;
    }
    problems.present(spot.field("urgent"), sla.urgent(), allowed);
    problems.present(spot.field("high"), sla.high(), allowed);
    problems.present(spot.field("normal"), sla.normal(), allowed);
    problems.present(spot.field("low"), sla.low(), allowed);
    problems.present(spot.field("triage"), sla.triage(), allowed);
    problems.positive(spot.field("urgent"), sla.urgent());
    problems.positive(spot.field("high"), sla.high());
    problems.positive(spot.field("normal"), sla.normal());
    problems.positive(spot.field("low"), sla.low());
    problems.positive(spot.field("triage"), sla.triage());
  }

  private static void blankFree(Spot spot, List<String> words, Problems problems) {
    for (int i = 0; i < words.size(); i++) {
      problems.present(spot.item(i), words.get(i), "a word or phrase");
    }
  }

  /** Names in order, empty text where one is missing, so that places keep their numbers. */
  private static <T> List<String> names(List<T> things, Function<T, String> name) {
    return Lists.copy(things.stream().map(name).map(n -> n == null ? "" : n).toList());
  }
}
