package dev.frontline.routing.policy;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Shifts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody considered for a case.
 *
 * @param speaks knows the post's language; also where that is unknown
 * @param knows what the case needs and this person knows
 * @param inHand open cases
 * @param standsBy only leads or runs things, so comes after those who answer
 */
record Candidate(
    Company.Person person,
    boolean onShift,
    boolean speaks,
    List<String> knows,
    int inHand,
    boolean standsBy) {

  private static final Set<String> NOT_ANSWERING = Set.of("social-lead", "ops", "admin");

  static Candidate of(
      Company.Person person,
      ZoneId zone,
      @Nullable String lang,
      List<String> skills,
      Map<String, Integer> load,
      Instant now) {
    return new Candidate(
        person,
        Shifts.onShift(person, zone, now),
        lang == null
            || lang.isEmpty()
            || person.languages().stream().anyMatch(l -> base(l).equals(base(lang))),
        skills.stream().filter(person.skills()::contains).toList(),
        load.getOrDefault(person.id(), 0),
        !person.roles().isEmpty() && NOT_ANSWERING.containsAll(person.roles()));
  }

  int capacity() {
    Integer capacity = person.capacity();
    return capacity == null ? 0 : capacity;
  }

  boolean full() {
    return inHand >= capacity();
  }

  boolean available() {
    return onShift && !full();
  }

  /** Regional variants understand each other: {@code es-MX} is answered in {@code es}. */
  private static String base(String tag) {
    return tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }
}
