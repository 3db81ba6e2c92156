package dev.frontline.classify.theme;

import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.kit.company.Company;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a post speaks to. The model sees that somebody is mentioned, the company's accounts tell
 * who: people who write to others only hardly ever complain to the brand (docs/classifier.md has
 * the figures). A brand without accounts is left alone. Safe for use by several threads.
 */
final class Handles {

  /** Log-odds of a complaint where others are mentioned and the brand is not. */
  static final double TO_OTHERS = -0.9;

  private static final int SHORTEST_PART = 4;
  private static final Pattern MENTION = Pattern.compile("(?<![\\w.])@([\\w.]{2,40})");

  private final Map<String, Set<String>> byBrand = new LinkedHashMap<>();
  private final double threshold;

  /**
   * @param threshold from which probability a complaint holds
   */
  Handles(Company company, double threshold) {
    this.threshold = threshold;
    for (Company.Brand brand : company.brands()) {
      if (!brand.accounts().isEmpty()) {
        Set<String> handles = new HashSet<>();
        handles.add(plain(brand.name()));
        brand.terms().forEach(term -> handles.add(plain(term)));
        brand.accounts().forEach(a -> handles.add(plain(a.substring(a.indexOf(':') + 1))));
        byBrand.put(brand.name(), handles);
      }
    }
  }

  /** The labels with what the handles say; the same where they say nothing. */
  Map<String, LabelScore> sharpen(
      Map<String, LabelScore> labels, String text, Collection<String> matched) {
    LabelScore score = labels.get(Labels.COMPLAINT);
    if (score == null || text.indexOf('@') < 0) {
      return labels;
    }
    Set<String> own = new HashSet<>();
    matched.forEach(brand -> own.addAll(byBrand.getOrDefault(brand, Set.of())));
    if (own.isEmpty() || !speaksToOthersOnly(text, own)) {
      return labels;
    }
    Map<String, LabelScore> sharper = new LinkedHashMap<>(labels);
    sharper.put(Labels.COMPLAINT, Shift.by(TO_OTHERS, score, threshold, List.of()));
    return sharper;
  }

  private static boolean speaksToOthersOnly(String text, Set<String> own) {
    Matcher mention = MENTION.matcher(text);
    boolean any = false;
    while (mention.find()) {
      any = true;
      String name = plain(mention.group(1));
      // Accounts that nobody listed, such as a help desk's, have the brand's name in theirs.
      boolean isOwn =
          own.stream()
              .anyMatch(
                  one ->
                      name.contains(one) || name.length() >= SHORTEST_PART && one.contains(name));
      if (isOwn) {
        return false;
      }
    }
    return any;
  }

  /** Letters and digits alone, without an instance: {@code Ask_Morrowby@social} is askmorrowby. */
  private static String plain(String handle) {
    String name = handle.startsWith("@") ? handle.substring(1) : handle;
    int at = name.indexOf('@');
    return (at < 0 ? name : name.substring(0, at))
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
