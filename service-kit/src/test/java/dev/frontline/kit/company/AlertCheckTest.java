package dev.frontline.kit.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertCheckTest {

  private static final String KETTLERY =
      """
      name: Kettlery
      zone: UTC
      shape: solo
      brands: [{ name: Kettlery, terms: [kettlery] }]
      departments: [{ id: sales, name: Sales }]
      people: [{ id: ana, name: Ana, departments: [sales], mail: ana@kettlery.example }]
      sla: { urgent: PT30M, high: PT2H, normal: PT8H, low: PT24H, triage: PT2H }
      sinks:
        - { id: chat, kind: slack, urlFrom: CHAT_URL, timeout: PT5S }
        - { id: flow, kind: teams, url: "https://flow.example/run" }
        - { id: pager, kind: pagerduty, keyFrom: PAGER_KEY }
        - { id: crm, kind: webhook, url: "https://crm.example/hook", secretFrom: CRM_SECRET }
        - { id: post, kind: mail, host: mx, from: frontline@kettlery.example, to: [sales@k.example] }
      alerts:
        - { department: sales, kinds: [lead], sinks: [chat, crm], people: on-shift }
        - { department: sales, quiet: { from: "20:00", to: "07:00" }, digest: PT1H }
      """;

  @Test
  void sinksAndAlertsAreReadWithWhatIsLeftOut() {
    Company company = CompanyFile.parse(KETTLERY, Map.of());

    assertThat(company.sinks())
        .extracting(Sink::id)
        .containsExactly("chat", "flow", "pager", "crm", "post");
    assertThat(company.sinks().get(0).timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(company.alerts().get(1).kinds()).isEmpty();
    assertThat(company.person("ana").orElseThrow().mail()).isEqualTo("ana@kettlery.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: slack | kind: irc | line 9 sinks.chat.kind: 'irc' is not one of [mail, pagerduty,",
        "id: flow | id: chat | line 10 sinks[1]: 'chat' stands twice; each id must be unique",
        "CHAT_URL | https://chat | line 9 sinks.chat.urlFrom: 'https://chat' is not the name of an"
            + " environment variable",
        "urlFrom: CHAT_URL | timeout: PT1S | line 9 sinks.chat",
        "timeout: PT5S | timeout: PT0S | line 9 sinks.chat.timeout: PT0S is not longer",
        "timeout: PT5S | url: 'https://a.b' | line 9 sinks.chat.urlFrom: stands beside url",
        "timeout: PT5S | host: mx | line 9 sinks.chat.host: is for a sink of kind mail only",
        "timeout: PT5S | keyFrom: KEY | line 9 sinks.chat.keyFrom: is for a sink of kind pagerduty",
        "https://flow | ftp://flow | line 10 sinks.flow.url: 'ftp://flow.example/run' is not an",
        ", keyFrom: PAGER_KEY | # | line 11 sinks.pager.keyFrom: is missing; the name of an",
        ", secretFrom: CRM_SECRET | # | line 12 sinks.crm.secretFrom: is missing; the name of an",
        "host: mx, | # | line 13 sinks.post.host: is missing; the mail server's name",
        "host: mx | host: mx, port: 0 | line 13 sinks.post.port: 0 is not a port from 1",
        "host: mx | host: mx, tls: yes | line 13 sinks.post.tls: 'yes' is not one of [always,",
        "host: mx | host: mx, user: joe | line 13 sinks.post.user: and passwordFrom go together",
        "host: mx | host: mx, url: 'https://a.b' | line 13 sinks.post.url: is not for a sink of",
        "[sales@k.example] | [sales] | line 13 sinks.post.to[0]: 'sales' is not a mail address",
        "kinds: [lead] | kinds: [leads] | line 15 alerts[0].kinds[0]: 'leads' is not one of"
            + " [incident-alerted,",
        "[chat, crm] | [chat, erp] | line 15 alerts[0].sinks[1]: 'erp' is not one of [chat, crm,",
        "people: on-shift | people: some | line 15 alerts[0].people: 'some' is not one of [all,",
        "- { department: sales, quiet | - { department: hr, quiet | line 16 alerts[1].department:"
            + " 'hr' is not one of [sales, triage]",
        "to: '\"07:00\"' | to: '\"7\"' | line 16 alerts[1].quiet.to: '7' is not a time of day",
        "to: '\"07:00\"' | to: '\"20:00\"' | line 16 alerts[1].quiet: starts when it ends",
        "digest: PT1H | digest: PT0H | line 16 alerts[1].digest: PT0S is not longer than nothing",
        "ana@kettlery.example | ana | line 6 people.ana.mail: 'ana' is not a mail address",
      })
  void aWrongValueIsNamedWithItsLineAndWhatIsAllowed(String right, String wrong, String message) {
    String text =
        KETTLERY.replace(right.replace("'", ""), wrong.equals("#") ? "" : wrong.replace("'", ""));

    assertThat(text).isNotEqualTo(KETTLERY);
    assertThatThrownBy(() -> CompanyFile.parse(text, Map.of()))
        .isInstanceOf(InvalidCompanyFileException.class)
        .hasMessageContaining("frontline.yaml " + message);
  }
}
