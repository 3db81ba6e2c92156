package dev.frontline.routing.policy;

import dev.frontline.contracts.classification.Because;
import dev.frontline.contracts.classification.Theme;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sentences about what a post has besides labels. */
final class FieldReasons {

  private FieldReasons() {}

  /** What the post says to the field; null where nothing is worth saying. */
  static @Nullable String sentence(PostFacts facts, String field) {
    return switch (field) {
      case "unsure" ->
          facts.classification().unsure()
              ? "The classifier is unsure" + Reasons.nearest(facts.classification(), 2) + "."
              : null;
      case "repost" -> facts.mention().repostOf() == null ? null : "It is a repost.";
      case "has_link" -> Boolean.TRUE.equals(facts.values().get(field)) ? "It has a link." : null;
      case "sentiment" -> "Its feeling toward the brand is " + sentiment(facts) + ".";
      case "lang" -> "It is written in " + language(facts.lang()) + ".";
      case "network" -> "It was said on " + facts.mention().network() + ".";
      case "brand", "kind" -> "It is about " + subject(facts) + ".";
      case "themes" -> themes(facts);
      case "risk" ->
          facts.risk().isEmpty()
              ? null
              : "What is at risk: " + facts.risk().replace('-', ' ') + ".";
      case "text" -> "Its text has what the rule looks for.";
      case "author" -> "It was written by " + facts.mention().author().shownName() + ".";
      case "reach" ->
          String.format(Locale.ENGLISH, "It may have reached %,d people.", facts.mention().reach());
      case "followers" ->
          String.format(Locale.ENGLISH, "Its author has %,d followers.", facts.followers());
      case "rating" -> facts.rating() == 0 ? null : "It gives " + facts.rating() + " of 5 stars.";
      default -> null;
    };
  }

  static String subject(PostFacts facts) {
    String name = facts.match().name();
    return switch (facts.match().kind()) {
      case BRAND -> name;
      case RIVAL -> "the rival " + name + ", not about us";
      case TOPIC -> "the topic " + name + ", not about us";
      case CAMPAIGN -> "the campaign " + name;
    };
  }

  /** The language's English name; the tag itself where it has none. */
  static String language(String tag) {
    if (tag.isEmpty()) {
      return "an unknown language";
    }
    String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    return name.isEmpty() ? tag : name;
  }

  /** Each theme with its words, such as {@code It is about billing (because of "refund").} */
  private static @Nullable String themes(PostFacts facts) {
    List<Theme> themes = facts.classification().themes();
    if (themes.isEmpty()) {
      return null;
    }
    return "It is about "
        + themes.stream().map(FieldReasons::theme).collect(Collectors.joining(", and "))
        + ".";
  }

  private static String theme(Theme theme) {
    return theme.why().isEmpty()
        ? theme.name()
        : theme.name() + " (because of " + Because.sentence(theme.why()) + ")";
  }

  private static String sentiment(PostFacts facts) {
    return switch (facts.classification().sentiment().value()) {
      case "neg" -> "negative";
      case "pos" -> "positive";
      default -> "neutral";
    };
  }
}
