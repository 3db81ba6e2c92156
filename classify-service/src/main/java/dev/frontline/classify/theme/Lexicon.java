package dev.frontline.classify.theme;

import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassificationDraft;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.company.Company;
import java.util.List;
import java.util.Map;

/**
 * What a company's own words add to what the models say: the themes of a post, what is known to be
 * wrong, and whom it speaks to. Safe for use by several threads.
 */
public final class Lexicon {

  private static final String UNKNOWN_LANGUAGE = "und";

  private final Themes themes;
  private final Handles handles;
  private final KnownIssues issues;

  /**
   * @param thresholds by label, from which probability it holds
   */
  public Lexicon(Company company, Map<String, Double> thresholds) {
    this.themes = Themes.of(company);
    this.handles = new Handles(company, thresholds.getOrDefault(Labels.COMPLAINT, 1.0));
    this.issues = new KnownIssues(company, thresholds);
  }

  /** The same with themes and known issues; as it is where the post was not judged. */
  public Classification read(Mention mention, Classification judged) {
    if (judged.notScored() != null) {
      return judged;
    }
    List<String> matched = mention.matched().stream().map(Match::name).toList();
    String lang = judged.lang() == null ? UNKNOWN_LANGUAGE : judged.lang();
    ClassificationDraft draft = new ClassificationDraft(judged);
    draft.labels = sharpened(judged.labels(), mention.text(), matched);
    draft.about =
        judged.about().stream()
            .map(one -> one.with(sharpened(one.labels(), mention.text(), List.of(one.name()))))
            .toList();
    draft.themes = themes.find(mention.text(), matched, lang);
    return draft.classification();
  }

  private Map<String, LabelScore> sharpened(
      Map<String, LabelScore> labels, String text, List<String> matched) {
    return issues.sharpen(handles.sharpen(labels, text, matched), text, matched);
  }
}
