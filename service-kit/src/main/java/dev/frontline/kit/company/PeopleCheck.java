package dev.frontline.kit.company;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the people of a company file and their hours. */
final class PeopleCheck {

  static final Set<String> ROLES =
      Set.of("agent", "sales", "pr", "marketing", "executive", "social-lead", "ops", "admin");
  private static final Set<String> DAYS = Set.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Pattern SIGN_IN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,62}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final Pattern END = Pattern.compile(TIME.pattern() + "|24:00");

  private final Problems problems;
  private final List<String> queues;

  PeopleCheck(Problems problems, List<String> queues) {
    this.problems = problems;
    this.queues = queues;
  }

  void check(List<Company.Person> people) {
    Spot spot = Spot.top("people");
    problems.unique(
        spot, people.stream().map(p -> p.id() == null ? "" : p.id()).toList(), "sign-in name");
    for (int i = 0; i < people.size(); i++) {
      check(spot.item(i, people.get(i).id()), people.get(i));
    }
  }

  private void check(Spot spot, Company.Person person) {
    problems.matches(
        spot.field("id"), person.id(), SIGN_IN, "a sign-in name: letters, digits and . _ @ -");
    problems.eachOneOf(spot.field("roles"), person.roles(), ROLES);
    problems.eachOneOf(spot.field("departments"), person.departments(), queues);
    for (int i = 0; i < person.languages().size(); i++) {
      language(spot.field("languages").item(i), person.languages().get(i));
    }
    Integer capacity = person.capacity();
    if (capacity != null && capacity < 0) {
      problems.add(spot.field("capacity"), capacity + " is not a number of cases from 0 up");
    }
    AlertCheck.address(problems, spot.field("mail"), person.mail());
    for (int i = 0; i < person.shifts().size(); i++) {
      shift(spot.field("shifts").item(i), person.shifts().get(i));
    }
  }

  private void language(Spot spot, String tag) {
    String base = tag.split("-", 2)[0];
    boolean known =
        LANGUAGE.matcher(tag).matches() && (base.length() == 3 || LANGUAGES.contains(base));
    if (!known) {
      problems.add(spot, "'" + tag + "' is not a language code; write it as en, es or pt-BR");
    }
  }

  private void shift(Spot spot, Company.Shift shift) {
    problems.eachOneOf(spot.field("days"), shift.days(), DAYS);
    problems.matches(
        spot.field("from"), shift.from(), TIME, "a time of day from \"00:00\" to \"23:59\"");
    problems.matches(
        spot.field("to"), shift.to(), END, "a time of day from \"00:00\" to \"24:00\"");
    if (shift.from() != null && shift.from().equals(shift.to())) {
      problems.add(spot, "starts when it ends; a whole day is from \"00:00\" to \"24:00\"");
    }
  }
}
