package dev.frontline.routing.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.Sentiment;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.PostState;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.routing.casefile.Opening;
import dev.frontline.routing.policy.Destination;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacingTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Company COMPANY =
      CompanyFile.parse(
          """
          name: Kettlery
          zone: UTC
          shape: centralised
          brands: [{ name: Kettlery, terms: [kettlery] }]
          departments: [{ id: customer-service, name: Customer service }]
          people:
            - { id: ana, name: Ana, departments: [customer-service], skills: [billing] }
            - { id: zoe, name: Zoe, departments: [customer-service], skills: [lids] }
          sla: { urgent: PT30M, high: PT2H, normal: PT8H, low: PT24H, triage: PT2H }
          """,
          Map.of());

  private final Placing placing = new Placing(COMPANY);

  @Test
  void aPostGoesToWhoeverKnowsItsTheme() {
    Placement placement = placed(List.of(new Theme("lids", List.of("lid"))));

    assertThat(placement.assignee()).isEqualTo("zoe");
    assertThat(placement.route().why()).anyMatch(sentence -> sentence.contains("knows lids"));
  }

  @Test
  void aThemeThatNobodyKnowsIsNotHeldAgainstAnybody() {
    Placement placement = placed(List.of(new Theme("weather", List.of("rain"))));

    assertThat(placement.assignee()).isEqualTo("ana");
    assertThat(placement.route().why()).noneMatch(sentence -> sentence.contains("weather"));
  }

  @Test
  void anOpenCaseOfTheDepartmentStaysWhoseItIsWhoeverIsBetterPlacedNow() {
    Placement again = placedAgain(openCaseOf("zoe"), Map.of("zoe", 3));

    assertThat(again.assignee()).isEqualTo("zoe");
    assertThat(again.route().why())
        .containsExactly(
            "It is a complaint.",
            "Stayed with Zoe, who had it already; by itself the post would then have gone to Ana.");
  }

  @Test
  void theCaseItselfDoesNotCountAgainstItsOwner() {
    Placement again = placedAgain(openCaseOf("ana"), Map.of("ana", 1));

    assertThat(again.route().why())
        .containsExactly("It is a complaint.", "Stayed with Ana, who had it already.");
  }

  @Test
  void aCaseThatNobodyHasYetIsNobodysUntilItIsProposed() {
    Placement again = placedAgain(openCaseOf(null), Map.of());

    assertThat(again.assignee()).isNull();
    assertThat(again.route().why())
        .containsExactly("It is a complaint.", "Nobody of customer-service has it yet.");
  }

  @Test
  void aCaseThatChangesDepartmentsGoesToWhomTheWordsName() {
    CaseState elsewhere = openCase("sales", "ben");

    Placement again = placedAgain(elsewhere, Map.of());

    assertThat(again.assignee()).isEqualTo("ana");
    assertThat(again.route().why()).anyMatch(sentence -> sentence.startsWith("Ana gets it"));
  }

  private Placement placedAgain(CaseState state, Map<String, Integer> load) {
    Destination to =
        new Destination.ToDepartment(
            "customer-service",
            Priority.NORMAL,
            List.of(),
            false,
            new Route("All", List.of("It is a complaint.")));
    return placing.placeAgain(state, to, post(), about(List.of()), load, NOON).orElseThrow();
  }

  private CaseState openCaseOf(@Nullable String owner) {
    return openCase("customer-service", owner);
  }

  private CaseState openCase(String department, @Nullable String owner) {
    return Opening.open(
            "c-1",
            "Kettlery",
            post(),
            about(List.of()),
            new Placement(
                department,
                Priority.NORMAL,
                owner,
                placing.firstResponse(Priority.NORMAL, NOON),
                new Route("All", List.of("It is a complaint.")),
                false),
            NOON,
            "system",
            null)
        .state();
  }

  private Placement placed(List<Theme> themes) {
    Destination to =
        new Destination.ToDepartment(
            "customer-service", Priority.NORMAL, List.of(), false, new Route("All", List.of()));
    return placing.place(to, post(), about(themes), Map.of(), NOON).orElseThrow();
  }

  private static Classification about(List<Theme> themes) {
    return new Classification(
        Map.of(),
        Sentiment.NEUTRAL,
        "en",
        "0",
        "m",
        false,
        false,
        null,
        null,
        null,
        NOON,
        themes,
        List.of());
  }

  private static Mention post() {
    return new Mention(
        "mastodon:1",
        "mastodon",
        new Author("kim", "kim", "Kim", 1L, null, null),
        "The lid broke",
        "en",
        NOON,
        NOON,
        NOON,
        null,
        null,
        null,
        null,
        List.of(),
        Engagement.NONE,
        PostState.LIVE,
        "mastodon:1",
        "hooks",
        List.of(),
        null,
        1,
        1,
        false,
        true,
        true,
        false);
  }
}
