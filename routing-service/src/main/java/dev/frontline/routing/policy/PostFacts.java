package dev.frontline.routing.policy;

import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A post as the rules see it: a value for each field of {@link PostType}. Texts that are not known
 * are empty, numbers that are not known are 0.
 */
record PostFacts(Mention mention, Classification classification, Match match) {

  /** Labels whose probability rules can ask for. */
  static final List<String> WITH_PROBABILITY =
      List.of(
          Labels.COMPLAINT,
          Labels.LEAD,
          Labels.PR_RISK,
          Labels.PRAISE,
          Labels.QUESTION,
          Labels.NOISE);

  private static final double LEAST_RISK = 0.3;

  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>(64);
    for (String label : Labels.ALL) {
      values.put(label, classification.has(label));
    }
    for (String label : WITH_PROBABILITY) {
      values.put("p_" + label, classification.p(label));
    }
    values.put("unsure", classification.unsure());
    values.put("repost", mention.repostOf() != null);
    values.put("has_link", hasLink());
    values.put("sentiment", classification.sentiment().value());
    values.put("lang", lang());
    values.put("network", mention.network());
    values.put("brand", match.name());
    values.put("kind", kind());
    values.put("text", mention.text());
    values.put("author", mention.author().shownName());
    values.put("themes", themes());
    values.put("risk", risk());
    values.put("reach", mention.reach());
    values.put("followers", followers());
    values.put("rating", rating());
    return values;
  }

  /** What it puts at risk, empty where nothing, or where it is hardly a risk at all. */
  String risk() {
    return classification.p(Labels.PR_RISK) < LEAST_RISK
        ? ""
        : RiskKind.of(themes(), mention.text()).map(RiskKind::id).orElse("");
  }

  String kind() {
    return match.kind().name().toLowerCase(Locale.ROOT);
  }

  /** The detected language, else what the network says, else empty. */
  String lang() {
    String lang = classification.lang() == null ? mention.lang() : classification.lang();
    return lang == null ? "" : lang;
  }

  long followers() {
    Long followers = mention.author().followers();
    return followers == null ? 0 : followers;
  }

  /** Stars of a review, 1 to 5; 0 where it is none. */
  long rating() {
    Double rating = mention.engagement().rating();
    return rating == null ? 0 : Math.round(rating);
  }

  /** Names of what it is about. */
  List<String> themes() {
    return classification.themes().stream().map(Theme::name).toList();
  }

  private boolean hasLink() {
    String text = mention.text();
    return text.contains("https://") || text.contains("http://") || text.contains("www.");
  }
}
