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
          knownIssues: [{ name: Lids of March, words: [lid .. broke*] }]
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
      themes:
        - name: delivery
        - { name: lids, words: [lid, "handle ~~ 0.5"], examples: [the lid came off] }
      """;

  @Test
  void aWholeFileIsReadWithItsDefaults() {
    Company company = CompanyFile.parse(KETTLERY, Map.of());

    assertThat(company.queues()).containsExactly("customer-service", "sales", "triage");
    assertThat(company.sla().urgent()).isEqualTo(Duration.ofMinutes(30));
    assertThat(company.person("ana").orElseThrow().capacity()).isEqualTo(12);
    assertThat(company.source("news").orElseThrow().mayTrain()).isTrue();
    assertThat(company.themes()).extracting(ListedTheme::name).containsExactly("delivery", "lids");
    assertThat(company.brands().get(0).knownIssues().get(0).label()).isEqualTo("complaint");
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
        "id: sales | id: Sales! | line 13 departments.Sales!.id: 'Sales!' is not lower-case",
        "id: sales | id: customer-service | line 13 departments[1]: 'customer-service' stands twice",
        "roles: [agent] | roles: [agent, boss] | line 17 people.ana.roles[1]: 'boss' is not one of"
            + " [admin, agent,",
        "[customer-service] | [support] | line 18 people.ana.departments[0]: 'support' is not one"
            + " of [customer-service, sales, triage]",
        "pt-BR | german | line 19 people.ana.languages[1]: 'german' is not a language code; write",
        "pt-BR | xx | line 19 people.ana.languages[1]: 'xx' is not a language code",
        "capacity: 12 | capacity: -1 | line 20 people.ana.capacity: -1 is not",
        "capacity: 12 | capacity: many | line 20 people[0].capacity: 'many' is not a number",
        "days: [mon] | days: [monday] | line 21 people.ana.shifts[0].days[0]: 'monday' is not one"
            + " of [fri, mon,",
        "22:00 | 25:00 | line 21 people.ana.shifts[0].from: '25:00' is not a time of day from"
            + " \"00:00\" to \"23:59\"",
        "24:00 | 22:00 | line 21 people.ana.shifts[0]: starts when it ends; a whole day is",
        "priority: high | priority: soon | line 26 rules.Complaint.priority: 'soon' is not one of"
            + " [high, low, normal, urgent]",
        "name: Rest | name: Complaint | line 27 rules[1]: 'Complaint' stands twice",
        "file: true | file: false | line 27 rules.Rest: must say exactly one of department, file:"
            + " true or triage: true",
        "when: post.complaint | when: ' ' | line 24 rules.Complaint.when: is missing; a condition",
        "when: post.complaint | whne: post.complaint | line 24 rules[0].whne: there is no 'whne'"
            + " here; allowed are [department, file, name,",
        "urgent: PT30M | urgent: PT0S | line 31 sla.urgent: PT0S is not longer than nothing",
        "urgent: PT30M | urgent: 30 minutes | line 31 sla.urgent: '30 minutes' is not a duration",
        "  triage: PT2H | # | line 30 sla.triage: is missing; a duration such as",
        "id: news | id: a/b | line 37 sources.a/b.id: 'a/b' is not letters, digits, hyphens",
        "kind: feed | kind: rss | line 38 sources.news.kind: 'rss' is not one of [appstore,",
        "brand: Kettlery | brand: Pots | line 39 sources.news.brand: 'Pots' is not one of"
            + " [Kettlery]",
        "url: https://example.com/feed.xml | mayTrain: true | line 37 sources.news.url: is missing;"
            + " a feed needs",
        "url: https:// | url: ftp:// | line 40 sources.news.url: 'ftp://example.com/feed.xml' is"
            + " not an address",
        "name: lids | name: '' | line 45 themes[1].name: is missing; the theme's name",
        "name: delivery | name: parcels | line 44 themes.parcels: needs words or examples; without"
            + " them only these are known: [billing, delivery,",
        "words: [lid, | words: [l*d, | line 45 themes.lids.words[0]: 'l*d' cannot be looked for; write words",
        "~~ 0.5 | ~~ half | line 45 themes.lids.words[1]: 'handle ~~ half' cannot be looked for",
        "[the lid came off] | [' '] | line 45 themes.lids.examples[0]: is missing; a whole post",
        "name: lids | name: delivery | line 45 themes[1]: 'delivery' stands twice; each theme's",
        "words: [lid .. broke*] | label: praise | line 8 brands.Kettlery.knownIssues.Lids of"
            + " March.words: is missing; words such as",
        "broke*] | broke*], label: broken | line 8 brands.Kettlery.knownIssues.Lids of"
            + " March.label: 'broken' is not one of [complaint, lead,",
        "lid .. broke* | lid .. | line 8 brands.Kettlery.knownIssues.Lids of March.words[0]: 'lid"
            + " ..' cannot be looked for",
        "kind: feed | kind: x | line 37 sources.news.settings.spendCap: is missing; this kind needs",
        "every: PT10M | settings: { spendCap: lots } | line 41 sources.news.settings.spendCap: 'lots' is no"
            + " amount of US dollars a month, such as 50",
        "every: PT10M | settings: { answerRoles: 'pr, prss' } | line 41"
            + " sources.news.settings.answerRoles: 'prss' is not one of [admin, agent, executive,",
        "every: PT10M | settings: { answerRoles: ',' } | line 41"
            + " sources.news.settings.answerRoles: ',' names no role; [",
        "every: PT10M | settings: { answerRoles: pr } | line 41 sources.news.settings.answerRoles:"
            + " 'answerRoles' is not one of [callback, lookback]",
        "every: PT10M | every: PT-10M | line 41 sources.news.every: PT-10M is not longer",
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
        .hasMessageContaining("line 33 sla.normal");
  }

  @Test
  void webhooksWhoseSecretsWouldStandInOneVariableAreRefused() {
    String text =
        KETTLERY.replace(
            "themes:", "  - { id: a-b, kind: webhook }\n  - { id: a_B, kind: webhook }\nthemes:");

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
