package dev.frontline.kit.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyFileTest {

  private static final String KETTLERY =
      """
      name: Kettlery
      zone: Europe/Amsterdam
      shape: hub-and-spoke
      brands:
        - name: Kettlery
          terms: [kettlery]
          accounts: ["mastodon:kettlery"]
      rivals:
        - { name: Steamy, terms: [steamy] }
      departments:
        - { id: customer-service, name: Customer service }
        - { id: sales, name: Sales }
      people:
        - id: ana
          name: Ana
          roles: [agent]
          departments: [customer-service]
          languages: [es, pt-BR]
          capacity: 12
          shifts: [{ days: [mon], from: "22:00", to: "24:00" }]
      rules:
        - name: Complaint
          when: post.complaint
          department: customer-service
          priority: high
        - name: Rest
          when: "true"
          file: true
      sla:
        urgent: PT30M
        high: PT2H
        normal: PT8H
        low: PT24H
        triage: PT2H
      sources:
        - id: news
          kind: feed
          brand: Kettlery
          url: https://example.com/feed.xml
          every: PT10M
          silence: P2D
      """;

  @Test
  void aWholeFileIsReadWithItsDefaults() {
    Company company = CompanyFile.parse(KETTLERY, Map.of());

    assertThat(company.queues()).containsExactly("customer-service", "sales", "triage");
    assertThat(company.sla().urgent()).isEqualTo(Duration.ofMinutes(30));
    assertThat(company.person("ana").orElseThrow().capacity()).isEqualTo(12);
    assertThat(company.source("news").orElseThrow().mayTrain()).isTrue();
  }

  @Test
  void theExampleThatShipsIsValid() {
    assertThatCode(() -> CompanyFile.read(Path.of("..", "frontline.yaml"), Map.of()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shape: hub-and-spoke | shape: flat | line 3 shape: 'flat' is not one of [centralised, ",
        "name: Kettlery | name: ' ' | line 1 name: is missing",
        "zone: Europe/Amsterdam | zone: Europe/Amsterdm | line 2 zone: 'Europe/Amsterdm' is not a"
            + " time zone; write it as",
        "mastodon:kettlery | kettlery | line 7 brands.Kettlery.accounts[0]: 'kettlery' is not an"
            + " account; write network:id",
        "id: sales | id: Sales! | line 12 departments.Sales!.id: 'Sales!' is not lower-case",
        "id: sales | id: customer-service | line 12 departments[1]: 'customer-service' stands twice",
        "roles: [agent] | roles: [agent, boss] | line 16 people.ana.roles[1]: 'boss' is not one of"
            + " [admin, agent,",
        "[customer-service] | [support] | line 17 people.ana.departments[0]: 'support' is not one"
            + " of [customer-service, sales, triage]",
        "pt-BR | german | line 18 people.ana.languages[1]: 'german' is not a language code; write",
        "pt-BR | xx | line 18 people.ana.languages[1]: 'xx' is not a language code",
        "capacity: 12 | capacity: -1 | line 19 people.ana.capacity: -1 is not",
        "capacity: 12 | capacity: many | line 19 people[0].capacity: 'many' is not a number",
        "days: [mon] | days: [monday] | line 20 people.ana.shifts[0].days[0]: 'monday' is not one"
            + " of [fri, mon,",
        "22:00 | 25:00 | line 20 people.ana.shifts[0].from: '25:00' is not a time of day from"
            + " \"00:00\" to \"23:59\"",
        "24:00 | 22:00 | line 20 people.ana.shifts[0]: starts when it ends; a whole day is",
        "priority: high | priority: soon | line 25 rules.Complaint.priority: 'soon' is not one of"
            + " [high, low, normal, urgent]",
        "name: Rest | name: Complaint | line 26 rules[1]: 'Complaint' stands twice",
        "file: true | file: false | line 26 rules.Rest: must say exactly one of department, file:"
            + " true or triage: true",
        "when: post.complaint | when: ' ' | line 23 rules.Complaint.when: is missing; a condition",
        "when: post.complaint | whne: post.complaint | line 23 rules[0].whne: there is no 'whne'"
            + " here; allowed are [department, file, name,",
        "urgent: PT30M | urgent: PT0S | line 30 sla.urgent: PT0S is not longer than nothing",
        "urgent: PT30M | urgent: 30 minutes | line 30 sla.urgent: '30 minutes' is not a duration",
        "  triage: PT2H | # | line 29 sla.triage: is missing; a duration such as",
        "id: news | id: a/b | line 36 sources.a/b.id: 'a/b' is not letters, digits, hyphens",
        "kind: feed | kind: rss | line 37 sources.news.kind: 'rss' is not one of [feed, replay,",
        "brand: Kettlery | brand: Pots | line 38 sources.news.brand: 'Pots' is not one of"
            + " [Kettlery]",
        "url: https://example.com/feed.xml | mayTrain: true | line 36 sources.news.url: is missing;"
            + " a feed needs",
        "url: https:// | url: ftp:// | line 39 sources.news.url: 'ftp://example.com/feed.xml' is"
            + " not an address",
        "every: PT10M | every: PT-10M | line 40 sources.news.every: PT-10M is not longer",
      })
  void aWrongValueIsNamedWithItsLineAndWhatIsAllowed(String right, String wrong, String message) {
    String text = KETTLERY.replace(right, wrong);

    assertThat(text).isNotEqualTo(KETTLERY);
    assertThatThrownBy(() -> CompanyFile.parse(text, Map.of()))
        .isInstanceOf(InvalidCompanyFileException.class)
        .hasMessageContaining("frontline.yaml " + message);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    String text = KETTLERY.replace("shape: hub-and-spoke", "shape: flat").replace("PT8H", "PT0S");

    assertThatThrownBy(() -> CompanyFile.parse(text, Map.of()))
        .hasMessageContaining("line 3 shape")
        .hasMessageContaining("line 32 sla.normal");
  }

  @Test
  void webhooksWhoseSecretsWouldStandInOneVariableAreRefused() {
    String text = KETTLERY + "  - { id: a-b, kind: webhook }\n  - { id: a_B, kind: webhook }\n";

    assertThatThrownBy(() -> CompanyFile.parse(text, Map.of()))
        .isInstanceOf(InvalidCompanyFileException.class)
        .hasMessageContaining("'a_B' differs from 'a-b' only in case, hyphens or underscores");
  }

  @Test
  void aCompanyWithoutABrandIsRefused() {
    String text =
        KETTLERY.replaceAll("(?s)brands:.*rivals:", "rivals:").replace("brand: Kettlery", "# none");

    assertThatThrownBy(() -> CompanyFile.parse(text, Map.of()))
        .hasMessageContaining("brands: must name at least one brand");
  }

  @Test
  void moreThanTwoHundredRulesAreRefused() {
    StringBuilder rules = new StringBuilder("rules:\n");
    for (int i = 0; i < 201; i++) {
      rules.append("  - { name: r").append(i).append(", when: \"true\", file: true }\n");
    }
    String text = KETTLERY.replaceAll("(?s)rules:.*sla:", rules + "sla:");

    assertThatThrownBy(() -> CompanyFile.parse(text, Map.of()))
        .hasMessageContaining("rules: 201 rules are too many; at most 200");
  }

  @Test
  void textThatIsNotYamlIsNamedByItsLine() {
    assertThatThrownBy(() -> CompanyFile.parse("name: [", Map.of()))
        .isInstanceOf(InvalidCompanyFileException.class)
        .hasMessageContaining("frontline.yaml line ");
    assertThatThrownBy(() -> CompanyFile.parse("", Map.of()))
        .isInstanceOf(InvalidCompanyFileException.class);
  }

  @Test
  void variablesComeFromTheEnvironmentOrTheirDefault() {
    String text = KETTLERY.replace("https://example.com", "${NEWS_URL:https://example.org}");

    assertThat(url(CompanyFile.parse(text, Map.of()))).isEqualTo("https://example.org/feed.xml");
    assertThat(url(CompanyFile.parse(text, Map.of("NEWS_URL", "http://localhost:1"))))
        .isEqualTo("http://localhost:1/feed.xml");
  }

  @Test
  void aVariableThatIsNotSetAndHasNoDefaultIsNamed() {
    String text = KETTLERY.replace("https://example.com", "${NEWS_URL}");

    assertThatThrownBy(() -> CompanyFile.parse(text, Map.of())).hasMessageContaining("NEWS_URL");
  }

  @Test
  void rulesCanBeReadByThemselves() {
    List<Company.Rule> rules =
        CompanyFile.parseRules("[{ name: All, when: \"true\", file: true }]");

    assertThat(rules)
        .containsExactly(
            new Company.Rule("All", "true", null, true, false, null, List.of(), false));
  }

  private static String url(Company company) {
    return String.valueOf(company.source("news").orElseThrow().url());
  }
}
