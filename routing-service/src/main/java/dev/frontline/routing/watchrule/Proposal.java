package dev.frontline.routing.watchrule;

import dev.frontline.contracts.Lists;
import dev.frontline.kit.company.Alert;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Watch;
import dev.frontline.kit.company.WatchTerms;
import dev.frontline.kit.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule as somebody wants it.
 *
 * @param version that the person saw; 0 for a new one
 * @param coolDown ISO-8601; null for an hour
 */
public record Proposal(
    long version,
    @Nullable String name,
    @Nullable String when,
    @Nullable String brand,
    @Nullable String department,
    @Nullable List<String> people,
    Alert.@Nullable Quiet quiet,
    @Nullable String coolDown) {

  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final int LONGEST_NAME = 80;
  private static final Set<String> OVERSEERS = Set.of("social-lead", "ops", "admin");

  /**
   * What is wrong with it.
   *
   * @param status as of HTTP: 403 not by this person, 422 a wrong value
   */
  record Wrong(int status, String field, String detail, List<String> allowed) {
    Wrong {
      allowed = List.copyOf(allowed);
    }
  }

  /** The first thing that is wrong with its values; empty where it could be a rule. */
  Optional<Wrong> wrong(Company company) {
    if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
      return invalid("name", "name is required", List.of("1 to " + LONGEST_NAME + " characters"));
    }
    WatchTerms.Read read = WatchTerms.read(when);
    if (read.terms().isEmpty()) {
      return invalid("when", read.wrong(), read.allowed());
    }
    List<String> brands = company.brands().stream().map(Company.Brand::name).toList();
    if (brand != null && !brand.isBlank() && !brands.contains(brand)) {
      return invalid("brand", "'" + brand + "' is none of the brands", brands);
    }
    if (department != null && !department.isBlank() && !company.queues().contains(department)) {
      return invalid("department", "'" + department + "' is no department", company.queues());
    }
    List<String> known = company.people().stream().map(Company.Person::id).toList();
    List<String> unknown = new ArrayList<>(Lists.copy(people));
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      return invalid("people", "there is no '" + unknown.get(0) + "'", known);
    }
    if (!isSet(department) && Lists.copy(people).isEmpty()) {
      return invalid("people", "it tells nobody", List.of("a department", "one or more people"));
    }
    if (quiet != null && !isQuiet(quiet)) {
      return invalid("quiet", "quiet needs two different times", List.of("from 20:00 to 07:00"));
    }
    return silence().isEmpty()
        ? invalid("coolDown", "coolDown is no such duration", List.of("PT5M to P7D", "PT1H"))
        : Optional.empty();
  }

  /**
   * What stands against this person's deciding it: people decide for themselves and for their
   * departments, those who answer for the whole for all.
   */
  static Optional<Wrong> forbidden(
      @Nullable String department, @Nullable List<String> people, Caller caller) {
    if (OVERSEERS.stream().anyMatch(caller::has)) {
      return Optional.empty();
    }
    boolean others = Lists.copy(people).stream().anyMatch(p -> !p.equals(caller.user()));
    boolean foreign = isSet(department) && !caller.departments().contains(department);
    List<String> allowed = new ArrayList<>(List.of(caller.user()));
    allowed.addAll(caller.departments().stream().sorted().toList());
    return others || foreign
        ? Optional.of(
            new Wrong(
                403,
                foreign ? "department" : "people",
                "You decide about rules that tell you or your departments",
                allowed))
        : Optional.empty();
  }

  /** The rule that it is; only where nothing is wrong with it. */
  WatchRule rule(String id, String by, Instant now) {
    return new WatchRule(
        id,
        version + 1,
        String.valueOf(name).strip(),
        WatchTerms.read(when).terms().orElseThrow().words(),
        isSet(brand) ? brand : null,
        isSet(department) ? department : null,
        Lists.copy(people),
        quiet,
        silence().orElseThrow(),
        false,
        by,
        now);
  }

  /** Empty where it is no duration between five minutes and a week. */
  Optional<Duration> silence() {
    if (!isSet(coolDown)) {
      return Optional.of(Duration.ofHours(1));
    }
    try {
      Duration parsed = Duration.parse(coolDown);
      return parsed.compareTo(Watch.SHORTEST_COOL_DOWN) >= 0
              && parsed.compareTo(Watch.LONGEST_COOL_DOWN) <= 0
          ? Optional.of(parsed)
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static boolean isQuiet(Alert.Quiet quiet) {
    return quiet.from() != null
        && quiet.to() != null
        && TIME.matcher(quiet.from()).matches()
        && TIME.matcher(quiet.to()).matches()
        && !quiet.from().equals(quiet.to());
  }

  private static boolean isSet(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private static Optional<Wrong> invalid(String field, String detail, List<String> allowed) {
    return Optional.of(new Wrong(422, field, detail, allowed));
  }
}
