package dev.frontline.routing.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a post that may hurt the brand puts at risk: by what it is about, else by its words. The
 * first kind that holds counts, the gravest first.
 */
public enum RiskKind {
  SAFETY(
      "safety",
      List.of("safety", "medical"),
      "burn(s|t|ed|ing)?|scald\\w*|injur\\w*|on fire|caught fire|explod\\w*|dangerous|unsafe|hazard"
          + "|electric shock|poison\\w*|gefährlich|verbrenn\\w*|verbrüh\\w*|verletz\\w*|explodier\\w*"
          + "|quemadur\\w*|quemad[oa]s?|peligros[oa]s?|herid[oa]s?|explot[óo]\\w*"
          + "|brûl\\w*|dangereu\\w*|bless(é|ure)\\w*|explos\\w*"),
  DATA_BREACH(
      "data-breach",
      List.of("privacy"),
      "data (breach|leak)|breach of data|in plain text|unencrypted|unverschlüsselt\\w*|leaked (my|our|customer|user|personal)\\b|hack(ed|ers?)"
          + "|datenleck|datenpanne|gehackt|filtraci[óo]n de datos|datos filtrados|hackead[oa]"
          + "|fuite de données|données (volées|fuitées)|piraté\\w*"),
  DISCRIMINATION(
      "discrimination",
      List.of("discrimination"),
      "racis[mt]\\w*|sexis[mt]\\w*|homophob\\w*|transphob\\w*|discriminat\\w*|antisemit\\w*|bigot\\w*"
          + "|rassis\\w*|diskriminier\\w*|discrimina\\w*|machista\\w*|islamophob\\w*"),
  LABOUR("labour", List.of("jobs"), null),
  ENVIRONMENT("environment", List.of("environment"), null),
  LEGAL("legal", List.of("legal"), null);

  private final String name;
  private final List<String> themes;
  private final Pattern words;

  RiskKind(String name, List<String> themes, @org.jspecify.annotations.Nullable String words) {
    this.name = name;
    this.themes = themes;
    this.words =
        Pattern.compile(
            words == null ? "(?!)" : "(?<![\\p{L}])(?:" + words + ")(?![\\p{L}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** As it stands in rules, signals and pages. */
  public String id() {
    return name;
  }

  /** Whether the word by itself names this risk. */
  public boolean names(String word) {
    return words.matcher(word).matches();
  }

  /**
   * The gravest kind that holds.
   *
   * @param themes names of what the post is about
   */
  public static Optional<RiskKind> of(List<String> themes, String text) {
    for (RiskKind kind : values()) {
      for (String theme : themes) {
        if (kind.themes.contains(theme)) {
          return Optional.of(kind);
        }
      }
      if (kind.words.matcher(text).find()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
