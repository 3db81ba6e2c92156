package dev.frontline.classify.theme;

import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.Tokeniser;
import dev.frontline.classify.text.Tokens;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.ListedTheme;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What posts are about: the company's themes and those of the brands that a post met. A company
 * that lists none anywhere has all that are known. Safe for use by several threads.
 */
public final class Themes {

  private final List<ListedTheme> ofAll;
  private final Map<String, List<ListedTheme>> ofBrands;
  private final Map<Set<String>, ThemeBook> books = new ConcurrentHashMap<>();
  private final ThreadLocal<Tokeniser> tokeniser = ThreadLocal.withInitial(Tokeniser::new);

  private Themes(List<ListedTheme> ofAll, Map<String, List<ListedTheme>> ofBrands) {
    this.ofAll = ofAll;
    this.ofBrands = ofBrands;
    // Every brand's words are read at start, so that a wrong one stops the service there.
    ofBrands.keySet().forEach(brand -> book(Set.of(brand)));
  }

  /** Those of the company's file. */
  public static Themes of(Company company) {
    Map<String, List<ListedTheme>> ofBrands = new LinkedHashMap<>();
    company.brands().forEach(brand -> ofBrands.put(brand.name(), brand.themes()));
    return new Themes(company.themes(), ofBrands);
  }

  /** Those whose words ship. */
  public static Themes known() {
    return new Themes(List.of(), Map.of());
  }

  /** Names of all brands. */
  public Set<String> brands() {
    return ofBrands.keySet();
  }

  /**
   * The themes that hold, strongest first, each with its words.
   *
   * @param matched names of what the post met
   * @param lang BCP-47 of the post as told
   */
  public List<Theme> find(String text, Collection<String> matched, String lang) {
    Set<String> brands = new HashSet<>(matched);
    brands.retainAll(ofBrands.keySet());
    ThemeBook book = books.computeIfAbsent(brands, this::book);
    Tokens tokens = tokeniser.get().read(Elisions.apart(text), BrandNames.NONE);
    return book.find(text, tokens, lang);
  }

  private ThemeBook book(Set<String> brands) {
    Map<String, Vocabulary> themes = new LinkedHashMap<>();
    ofAll.forEach(theme -> themes.put(theme.name(), vocabulary(theme)));
    ofBrands.forEach(
        (brand, listed) -> {
          if (brands.contains(brand)) {
            listed.forEach(theme -> themes.put(theme.name(), vocabulary(theme)));
          }
        });
    boolean noneAnywhere = ofAll.isEmpty() && ofBrands.values().stream().allMatch(List::isEmpty);
    return new ThemeBook(List.copyOf(noneAnywhere ? KnownThemes.all().values() : themes.values()));
  }

  private static Vocabulary vocabulary(ListedTheme theme) {
    Vocabulary known = KnownThemes.all().get(theme.name());
    return theme.words().isEmpty() && known != null
        ? new Vocabulary(theme.name(), known.words(), theme.examples())
        : Vocabulary.own(theme.name(), theme.words(), theme.examples());
  }
}
