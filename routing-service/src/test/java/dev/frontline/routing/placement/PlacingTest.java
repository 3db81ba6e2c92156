package dev.frontline.routing.placement;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.frontline.routing.policy.Destination;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
