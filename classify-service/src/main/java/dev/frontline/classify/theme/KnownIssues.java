package dev.frontline.classify.theme;

import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.Phrase;
import dev.frontline.classify.text.PhraseIndex;
import dev.frontline.classify.text.Tokeniser;
import dev.frontline.classify.text.Tokens;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.KnownIssue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known to be wrong with a brand's things sharpens the model without training: where a post
 * about the brand has an issue's words, the issue's label gains. Safe for use by several threads.
 */
final class KnownIssues {

  /** Log-odds that an issue adds: from 10 % to 33 %, from 1 % to 4 %. */
  static final double GAIN = 1.5;

  private static final float HOLDS = 1;

  private final Map<String, PhraseIndex<KnownIssue>> byBrand = new LinkedHashMap<>();
  private final Map<String, Double> thresholds;
  private final ThreadLocal<Tokeniser> tokeniser = ThreadLocal.withInitial(Tokeniser::new);

  /**
   * @param thresholds by label, from which probability it holds
   */
  KnownIssues(Company company, Map<String, Double> thresholds) {
    this.thresholds = Map.copyOf(thresholds);
    for (Company.Brand brand : company.brands()) {
      PhraseIndex<KnownIssue> index = new PhraseIndex<>();
      for (KnownIssue issue : brand.knownIssues()) {
        issue.words().forEach(word -> index.add(Phrase.parse(Elisions.apart(word)), issue));
      }
      if (!brand.knownIssues().isEmpty()) {
        byBrand.put(brand.name(), index);
      }
    }
  }

  /** An issue's words in a post. */
  private static final class Met {
    private final List<String> words = new ArrayList<>();
    private float sum;
  }

  /**
   * The labels with what is known; the same where nothing is met.
   *
   * @param matched names of what the post met
   */
  Map<String, LabelScore> sharpen(
      Map<String, LabelScore> labels, String text, Collection<String> matched) {
    Map<KnownIssue, Met> met = met(text, matched);
    if (met.isEmpty()) {
      return labels;
    }
    Map<String, LabelScore> sharper = new LinkedHashMap<>(labels);
    met.forEach(
        (issue, how) -> {
          if (how.sum >= HOLDS) {
            sharper.computeIfPresent(
                issue.label(), (label, score) -> gained(label, score, issue, how));
          }
        });
    return sharper;
  }

  private Map<KnownIssue, Met> met(String text, Collection<String> matched) {
    Map<KnownIssue, Met> met = new LinkedHashMap<>();
    byBrand.forEach(
        (brand, index) -> {
          if (matched.contains(brand)) {
            Tokens tokens = tokeniser.get().read(Elisions.apart(text), BrandNames.NONE);
            index.find(
                tokens,
                issue -> true,
                (issue, strength, first, last) -> {
                  Met one = met.computeIfAbsent(issue, i -> new Met());
                  one.sum += strength;
                  one.words.add(text.substring(tokens.start(first), tokens.end(last)));
                });
          }
        });
    return met;
  }

  private LabelScore gained(String label, LabelScore score, KnownIssue issue, Met how) {
    List<String> because = new ArrayList<>();
    because.add("(known issue: " + issue.name() + ")");
    how.words.stream().distinct().forEach(because::add);
    return Shift.by(GAIN, score, thresholds.getOrDefault(label, 1.0), because);
  }
}
