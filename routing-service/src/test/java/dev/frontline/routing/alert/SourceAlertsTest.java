package dev.frontline.routing.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.source.SourceEvent.AccountExpiring;
import dev.frontline.contracts.source.SourceEvent.SourceNeedsAttention;
import dev.frontline.contracts.source.SourceEvent.SourceRecovered;
import dev.frontline.contracts.source.SourceEvent.SourceSilent;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.routing.Heard;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.NoticeKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceAlertsTest {

  private static final Company COMPANY =
      CompanyFile.read(Path.of("src/test/resources/company.yaml"), Map.of());

  private final SourceAlerts alerts = new SourceAlerts(COMPANY, told -> {}, Clock.systemUTC());

  @Test
  void anAccountThatMustBeConnectedAnewIsToldToWhoLooksAfterSources() {
    List<Notice> told =
        alerts.of(new SourceNeedsAttention("sky", Heard.NOON, "the account acme is signed out"));

    Notice people = told.get(0);
    assertThat(people.kind()).isEqualTo(NoticeKind.SOURCE_ATTENTION);
    assertThat(people.link()).isEqualTo("/accounts");
    assertThat(people.lines()).containsExactly("the account acme is signed out.");
    assertThat(people.people())
        .isNotEmpty()
        .allSatisfy(
            id ->
                assertThat(COMPANY.person(id).orElseThrow().roles())
                    .containsAnyOf("ops", "social-lead"));
    assertThat(told).extracting(Notice::id).doesNotHaveDuplicates();
  }

  @Test
  void oneThatEndsWithinAWeekIsToldBeforeItDoes() {
    AccountExpiring ends =
        new AccountExpiring("sky", Heard.NOON, "acme", Heard.NOON.plus(Duration.ofDays(6)));

    assertThat(alerts.of(ends).get(0).lines().get(0)).contains("2026-03-08T12:00:00Z");
  }

  @Test
  void silenceIsToldAndRecoveryIsNot() {
    assertThat(alerts.of(new SourceSilent("sky", Heard.NOON, null, "nothing for 1 h")))
        .extracting(Notice::kind)
        .containsOnly(NoticeKind.SOURCE_SILENT);
    assertThat(alerts.of(new SourceRecovered("sky", Heard.NOON))).isEmpty();
  }
}
