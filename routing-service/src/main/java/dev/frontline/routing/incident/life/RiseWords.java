package dev.frontline.routing.incident.life;

import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.Rise;
import dev.frontline.contracts.incident.Risen;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a rise is about, in a few words. */
final class RiseWords {

  private RiseWords() {}

  /** The risk or what rose, and the words that are said most. */
  static String title(Rise rise) {
    String what =
        rise.riskKind() != null
            ? capital(rise.riskKind().replace('-', ' '))
            : rise.kind() == IncidentKind.OPPORTUNITY ? "Praise" : capital(named(rise.cause()));
    String words =
        rise.why().terms().stream().map(Risen::name).limit(3).collect(Collectors.joining(", "));
    return words.isEmpty() ? what : what + ": " + words;
  }

  private static String named(String cause) {
    return switch (cause) {
      case "all" -> "more posts than usual";
      case "pr_risk" -> "risks to the name";
      case "complaint" -> "complaints";
      case "negative", "negative-share" -> "mood against the brand";
      case "reach" -> "reach of unhappy posts";
      default -> cause.startsWith("story:") ? "one story" : cause.substring(cause.indexOf(':') + 1);
    };
  }

  /** The first of its reasons. */
  static String sentence(Rise rise) {
    return rise.why().sentences().stream()
        .findFirst()
        .filter(s -> !s.isEmpty())
        .orElse("More than usual is said.");
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
