package dev.frontline.classify.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.classification.Theme;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThemesTest {

  private static final String FILE =
      """
      name: Aurelia
      zone: Europe/Amsterdam
      shape: solo
      brands:
        - name: Aurelia Air
          terms: [aurelia]
          themes: [{ name: seats, words: [seat*, legroom] }]
        - { name: Aurelia Rail, terms: [aurelia rail] }
      sla: { urgent: PT30M, high: PT2H, normal: PT8H, low: PT24H, triage: PT2H }
      themes:
        - name: billing
        - { name: pets, words: [dog|cat] }
      """;

  @Test
  void aBrandHasTheCompanysThemesAndItsOwn() {
    Themes themes = Themes.of(company(FILE));
    String post = "No seat for the dog and no refund";

    assertThat(names(themes, post, "Aurelia Air")).containsExactly("billing", "pets", "seats");
    assertThat(names(themes, post, "Aurelia Rail")).containsExactly("billing", "pets");
    assertThat(names(themes, post, "Some Rival")).containsExactly("billing", "pets");
  }

  @Test
  void aNameAloneStandsForTheWordsThatShip() {
    assertThat(Themes.of(company(FILE)).find("charged twice!", List.of("Aurelia Rail"), "en"))
        .containsExactly(new Theme("billing", List.of("charged twice")));
  }

  @Test
  void aListLeavesNoRoomForThemesThatNobodyListed() {
    assertThat(names(Themes.of(company(FILE)), "the courier lost my parcel", "Aurelia Air"))
        .isEmpty();
  }

  @Test
  void aCompanyThatListsNoneHasAllThatAreKnown() {
    String bare = FILE.replaceAll("(?s)themes: \\[.*?]\n", "\n").replaceAll("(?s)themes:\n.*", "");

    assertThat(names(Themes.of(company(bare)), "the courier lost my parcel", "Aurelia Air"))
        .containsExactly("delivery");
  }

  @Test
  void anEnglishPostThatIsTakenForAnotherLanguageHasItsThemes() {
    assertThat(Themes.known().find("where is my refund?", List.of(), "fr"))
        .containsExactly(new Theme("billing", List.of("refund")));
  }

  @Test
  void aFrenchWordIsFoundBehindItsArticle() {
    assertThat(Themes.known().find("Sorti de L’hôpital hier", List.of(), "fr"))
        .containsExactly(new Theme("medical", List.of("hôpital")));
    assertThat(Themes.known().find("File d'attente sans fin", List.of(), "fr"))
        .containsExactly(new Theme("waiting", List.of("File d'attente")));
  }

  private static Company company(String text) {
    return CompanyFile.parse(text, Map.of());
  }

  private static List<String> names(Themes themes, String post, String brand) {
    return themes.find(post, List.of(brand), "en").stream().map(Theme::name).sorted().toList();
  }
}
