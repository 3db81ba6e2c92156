package dev.frontline.routing.notification.preference;

import static dev.frontline.routing.notification.NoticeFixture.NOON;
import static dev.frontline.routing.notification.NoticeFixture.aLead;
import static dev.frontline.routing.notification.NoticeFixture.anIncident;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.kit.company.Alert;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.routing.notification.Delivery;
import dev.frontline.routing.notification.Delivery.State;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.NoticeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompanyAddressingTest {

  private static final Instant NIGHT = Instant.parse("2026-03-02T23:30:00Z");

  private final Map<String, PersonSettings> settings = new HashMap<>();

  @Test
  void aDepartmentsChannelsGetTheKindsThatItWants() {
    assertThat(told("{ department: sales, kinds: [lead], sinks: [chat] }", aLead("a"), NOON))
        .extracting(Delivery::sink, Delivery::recipient, Delivery::notBefore)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("chat", "", NOON));
    assertThat(told("{ department: sales, kinds: [opportunity], sinks: [chat] }", aLead("a"), NOON))
        .isEmpty();
    assertThat(told("{ department: pr, sinks: [chat] }", aLead("a"), NOON)).isEmpty();
  }

  @Test
  void twoLinesThatNameOneChannelSendOnce() {
    assertThat(
            told(
                "{ department: sales, sinks: [chat] }\n  - { department: sales, sinks: [chat] }",
                aLead("a"),
                NOON))
        .hasSize(1);
  }

  @Test
  void alertsWaitForTheEndOfQuietHoursButNotIncidents() {
    String quiet =
        "{ department: sales, sinks: [chat], quiet: { from: \"20:00\", to: \"07:00\" } }";

    assertThat(told(quiet, aLead("a"), NOON).get(0).notBefore()).isEqualTo(NOON);
    assertThat(told(quiet, aLead("a"), NIGHT).get(0).notBefore())
        .isEqualTo(Instant.parse("2026-03-03T07:00:00Z"));
    assertThat(told(quiet, aLead("a"), NIGHT.plus(Duration.ofHours(2))).get(0).notBefore())
        .isEqualTo(Instant.parse("2026-03-03T07:00:00Z"));
    assertThat(told(quiet, anIncident("i"), NIGHT).get(0).notBefore()).isEqualTo(NIGHT);
  }

  @Test
  void aDigestIsOneDeliveryForAllThatIsCollectedUntilThen() {
    String hourly = "{ department: sales, sinks: [chat], digest: PT1H }";

    List<Delivery> first = told(hourly, aLead("a"), NOON);
    List<Delivery> second = told(hourly, aLead("b"), NOON.plus(Duration.ofMinutes(59)));
    List<Delivery> third = told(hourly, aLead("c"), NOON.plus(Duration.ofMinutes(61)));

    assertThat(first).extracting(Delivery::state).containsExactly(State.COLLECTED, State.QUEUED);
    assertThat(first.get(0).digest()).isEqualTo(first.get(1).id());
    assertThat(second.get(1).id()).isEqualTo(first.get(1).id());
    assertThat(third.get(1).id()).isNotEqualTo(first.get(1).id());
    assertThat(first.get(1).notBefore()).isAfter(NOON.plus(Duration.ofHours(1)));
  }

  @Test
  void peopleOfTheDepartmentGetMailWhereTheCompanySaysSoAndTheyHaveAnAddress() {
    String all = "{ department: sales, people: all }";
    String onShift = "{ department: sales, people: on-shift }";

    assertThat(told(all, aLead("a"), NOON))
        .extracting(Delivery::recipient)
        .containsExactly("ben", "eve");
    assertThat(told(onShift, aLead("a"), NIGHT))
        .extracting(Delivery::recipient)
        .containsExactly("ben");
    assertThat(told("{ department: sales, sinks: [chat] }", aLead("a"), NOON))
        .extracting(Delivery::recipient)
        .containsExactly("");
  }

  @Test
  void whatSomebodySetForThemselvesComesFirst() {
    String all = "{ department: sales, people: all }";
    set("ben", null, List.of(), null);
    set("dan", "dan@k.example", List.of(NoticeKind.LEAD), Duration.ofHours(1));

    assertThat(told(all, aLead("a"), NOON))
        .filteredOn(d -> !d.gathers())
        .extracting(Delivery::recipient, Delivery::state)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("dan", State.COLLECTED),
            org.assertj.core.groups.Tuple.tuple("eve", State.QUEUED));
  }

  @Test
  void whoeverIsNamedGetsItWhateverTheirDepartment() {
    Notice lead = aLead("a");
    Notice named =
        new Notice(
            lead.id(),
            lead.about(),
            lead.kind(),
            "sales",
            List.of("ann"),
            null,
            lead.title(),
            lead.lines(),
            null,
            lead.urgency(),
            lead.at());

    assertThat(told("{ department: pr }", named, NOON))
        .extracting(Delivery::recipient)
        .containsExactly("ann");
  }

  @Test
  void everyKindThatTheCompanyFileAllowsIsKnownHereAndTheReverse() {
    assertThat(
            Arrays.stream(NoticeKind.values())
                .filter(kind -> kind != NoticeKind.TEST)
                .map(NoticeKind::word)
                .collect(Collectors.toSet()))
        .isEqualTo(Alert.KINDS);
  }

  private void set(
      String person,
      @Nullable String mail,
      @Nullable List<NoticeKind> kinds,
      @Nullable Duration digest) {
    settings.put(person, new PersonSettings(person, 1, mail, kinds, null, digest));
  }

  private List<Delivery> told(String alerts, Notice notice, Instant now) {
    Company company =
        CompanyFile.parse(
            """
            name: Kettlery
            zone: UTC
            shape: solo
            brands: [{ name: Kettlery, terms: [kettlery] }]
            departments: [{ id: sales, name: Sales }, { id: pr, name: Press }]
            people:
              - { id: ben, name: Ben, departments: [sales], mail: ben@k.example }
              - { id: dan, name: Dan, departments: [sales] }
              - { id: eve, name: Eve, departments: [sales], mail: eve@k.example,
                  shifts: [{ from: "08:00", to: "17:00" }] }
              - { id: ann, name: Ann, departments: [pr], mail: ann@k.example }
            sla: { urgent: PT30M, high: PT2H, normal: PT8H, low: PT24H, triage: PT2H }
            sinks:
              - { id: chat, kind: slack, url: "http://chat.example/x" }
              - { id: post, kind: mail, host: mx, from: f@k.example }
            alerts:
              - ALERTS
            """
                .replace("ALERTS", alerts),
            Map.of());
    return new CompanyAddressing(company, id -> Optional.ofNullable(settings.get(id)))
        .deliveries(notice, now);
  }
}
