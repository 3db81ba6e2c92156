package dev.frontline.classify.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.text.Phrase;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.kit.company.ListedTheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class KnownThemesTest {

  @Test
  void theCompanyFileKnowsTheSameNames() {
    assertThat(KnownThemes.all().keySet()).isEqualTo(ListedTheme.KNOWN);
  }

  @Test
  void everyThemeHasWordsInEveryLanguageAndEachCanBeRead() {
    KnownThemes.all()
        .forEach(
            (name, theme) -> {
              assertThat(theme.words().stream().map(Vocabulary.Word::lang).distinct())
                  .as(name)
                  .containsExactlyElementsOf(KnownThemes.LANGUAGES);
              theme.words().forEach(w -> assertThat(Phrase.parse(w.phrase())).isNotNull());
            });
  }

  /** Invented posts, each with the theme that must be the strongest. */
  @ParameterizedTest
  @CsvFileSource(resources = "invented-posts.csv", numLinesToSkip = 1)
  void aPostIsAboutItsTheme(String lang, String theme, String post) {
    List<Theme> found = Themes.known().find(post, List.of(), lang);

    assertThat(found).extracting(Theme::name).startsWith(theme);
    assertThat(found.get(0).why()).isNotEmpty().allMatch(post::contains);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Good morning everybody, what a lovely day",
        "en | I like the new colour very much",
        "es | Buenos días a todos, me encanta el color",
        "de | Guten Morgen zusammen, die neue Farbe gefällt mir",
        "fr | Bonjour à tous, j'adore la nouvelle couleur",
      })
  void smallTalkIsAboutNoTheme(String lang, String post) {
    assertThat(Themes.known().find(post, List.of(), lang)).isEmpty();
  }
}
