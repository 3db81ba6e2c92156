package dev.frontline.routing.policy;

import static dev.frontline.routing.policy.CompanyFixture.agent;
import static dev.frontline.routing.policy.CompanyFixture.withPeople;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.kit.company.Company;
import dev.frontline.routing.policy.Assignment.Assigned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  private static final Company.Shift DAY = new Company.Shift(List.of(), "09:00", "17:00");
  private static final Company.Shift NIGHT = new Company.Shift(List.of(), "22:00", "06:00");

  private final Company.Person ana = agent("ana", List.of("es", "en"), List.of("billing"), DAY);
  private final Company.Person ben = agent("ben", List.of("en"), List.of("repair"), DAY);
  private final Company.Person cleo = agent("cleo", List.of("es"), List.of(), NIGHT);
  private final Company company = withPeople(cleo, ben, ana);

  @Test
  void aSpanishPostGoesToWhoSpeaksSpanishAndTheOthersAreNamedWithWhyNot() {
    Optional<Assigned> assigned = assign(company, "es-MX", List.of(), Map.of("ana", 2));

    assertThat(assigned)
        .contains(
            new Assigned(
                "ana",
                List.of(
                    "Ana gets it: on shift, speaks Spanish, 2 of 3 in hand; 3 people considered.",
                    "Not Cleo: not on shift.",
                    "Not Ben: does not speak Spanish.")));
  }

  @Test
  void whereNobodySpeaksTheLanguageSomebodyStillGetsItAndTheWhySaysSo() {
    Optional<Assigned> assigned = assign(company, "fi", List.of(), Map.of());

    assertThat(assigned.map(Assigned::user)).contains("ana");
    assertThat(assigned.orElseThrow().why())
        .contains("Nobody there with room for one more speaks Finnish.");
  }

  @Test
  void skillsDecideAmongThoseWhoSpeakTheLanguage() {
    Optional<Assigned> assigned = assign(company, "en", List.of("repair"), Map.of("ben", 2));

    assertThat(assigned.map(Assigned::user)).contains("ben");
    assertThat(assigned.orElseThrow().why())
        .contains(
            "Ben gets it: on shift, speaks English, knows repair, 2 of 3 in hand; 3 people"
                + " considered.",
            "Not Ana: knows less of repair.");
  }

  @Test
  void thenTheLeastLoadedGetsItAndTiesGoById() {
    assertThat(assign(company, "en", List.of(), Map.of("ana", 1)).map(Assigned::user))
        .contains("ben");
    assertThat(assign(company, "en", List.of(), Map.of()).map(Assigned::user)).contains("ana");
    assertThat(assign(company, null, List.of(), Map.of()).map(Assigned::user)).contains("ana");
  }

  @Test
  void whoHasTheirHandsFullGetsNothingMore() {
    Optional<Assigned> assigned = assign(company, "es", List.of(), Map.of("ana", 3));

    assertThat(assigned.map(Assigned::user)).contains("ben");
    assertThat(assigned.orElseThrow().why()).contains("Not Ana: hands full with 3.");
  }

  @Test
  void whereNobodyIsThereNobodyGetsIt() {
    assertThat(assign(withPeople(cleo), "es", List.of(), Map.of())).isEmpty();
    assertThat(Assignment.assign(company, "sales", "es", List.of(), Map.of(), PostFixture.NOON))
        .isEmpty();
  }

  @Test
  void theSocialLeadStepsInOnlyWhereNobodyElseCan() {
    Company.Person lead = lead();
    Company led = withPeople(lead, ben);

    Optional<Assigned> ordinary = assign(led, "es", List.of(), Map.of());
    Optional<Assigned> overrun = assign(led, "es", List.of(), Map.of("ben", 3));

    assertThat(ordinary.map(Assigned::user)).contains("ben");
    assertThat(ordinary.orElseThrow().why())
        .contains("Not Lea: steps in only where nobody else can.");
    assertThat(overrun.map(Assigned::user)).contains("lea");
  }

  private static Company.Person lead() {
    return new Company.Person(
        "lea",
        "Lea",
        List.of("social-lead"),
        List.of("customer-service"),
        List.of(),
        List.of("es"),
        3,
        List.of(),
        null);
  }

  private static Optional<Assigned> assign(
      Company company, @Nullable String lang, List<String> skills, Map<String, Integer> load) {
    return Assignment.assign(company, "customer-service", lang, skills, load, PostFixture.NOON);
  }
}
