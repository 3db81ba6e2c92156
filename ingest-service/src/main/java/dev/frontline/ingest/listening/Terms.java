package dev.frontline.ingest.listening;

import dev.frontline.contracts.mention.Match;
import dev.frontline.kit.company.Company;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds a company's names in a text: whole words and phrases, capitals and accents folded, a
 * leading {@code @} or {@code #} making no difference. Built once, then only read.
 */
public final class Terms {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_]+");

  private final Map<String, List<Term>> byFirstWord = new HashMap<>();

  private record Term(List<String> words, Match match) {}

  /** The names of everything that the company listens for. */
  public Terms(Company company) {
    for (Company.Brand brand : company.brands()) {
      Match match = match(Match.Kind.BRAND, brand.name());
      add(brand.name(), match);
      brand.terms().forEach(term -> add(term, match));
    }
    addAll(company.rivals(), Match.Kind.RIVAL);
    addAll(company.topics(), Match.Kind.TOPIC);
    addAll(company.campaigns(), Match.Kind.CAMPAIGN);
  }

  /** Everything the text is about, brands first, each once. */
  public List<Match> in(String text) {
    List<String> words = words(text);
    Set<Match> found = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      for (Term term : byFirstWord.getOrDefault(words.get(i), List.of())) {
        int end = i + term.words.size();
        if (end <= words.size() && words.subList(i, end).equals(term.words)) {
          found.add(term.match);
        }
      }
    }
    return found.stream().sorted((a, b) -> a.kind().compareTo(b.kind())).toList();
  }

  private void addAll(List<Company.Listened> listened, Match.Kind kind) {
    for (Company.Listened one : listened) {
      Match match = match(kind, one.name());
      one.terms().forEach(term -> add(term, match));
    }
  }

  private void add(String term, Match match) {
    List<String> words = words(term);
    if (!words.isEmpty()) {
      byFirstWord.computeIfAbsent(words.get(0), w -> new ArrayList<>()).add(new Term(words, match));
    }
  }

  private static Match match(Match.Kind kind, String name) {
    return new Match(kind.name().toLowerCase(Locale.ROOT) + ":" + name, kind, name);
  }

  private static List<String> words(String text) {
    String folded =
        MARKS
            .matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
            .replaceAll("");
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN_WORDS.split(folded)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
