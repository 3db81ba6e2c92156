package dev.frontline.kit.company;

import dev.frontline.contracts.classification.Labels;
import java.util.List;
import java.util.regex.Pattern;

/** Checks the themes of a company and its brands, and what is known to be wrong. */
final class VocabularyCheck {

  private static final int MOST = 60;
  private static final Pattern STRENGTH = Pattern.compile("\\s*-?[0-9]+(\\.[0-9]+)?\\s*");
  private static final Pattern WORD = Pattern.compile("@|[^\\s*]*[\\p{L}\\p{N}][^\\s*]*\\*?");
  private static final String ALLOWED =
      "words such as parcel, deliver*, late|lost, never .. arrived or bag ~~ 0.5";

  private final Problems problems;

  VocabularyCheck(Problems problems) {
    this.problems = problems;
  }

  void themes(Spot spot, List<ListedTheme> themes) {
    if (themes.size() > MOST) {
      problems.add(spot, themes.size() + " themes are too many; at most " + MOST);
    }
    problems.unique(
        spot, themes.stream().map(t -> t.name() == null ? "" : t.name()).toList(), "theme's name");
    for (int i = 0; i < themes.size(); i++) {
      ListedTheme theme = themes.get(i);
      Spot at = spot.item(i, theme.name());
      if (problems.present(at.field("name"), theme.name(), "the theme's name")
          && theme.words().isEmpty()
          && theme.examples().isEmpty()
          && !ListedTheme.KNOWN.contains(theme.name())) {
        problems.add(
            at,
            "needs words or examples; without them only these are known: "
                + ListedTheme.KNOWN.stream().sorted().toList());
      }
      words(at.field("words"), theme.words());
      for (int k = 0; k < theme.examples().size(); k++) {
        problems.present(at.field("examples").item(k), theme.examples().get(k), "a whole post");
      }
    }
  }

  void issues(Spot spot, List<KnownIssue> issues) {
    problems.unique(
        spot, issues.stream().map(t -> t.name() == null ? "" : t.name()).toList(), "issue's name");
    for (int i = 0; i < issues.size(); i++) {
      KnownIssue issue = issues.get(i);
      Spot at = spot.item(i, issue.name());
      problems.present(at.field("name"), issue.name(), "what is wrong, in a few words");
      problems.oneOf(at.field("label"), issue.label(), Labels.ALL);
      if (issue.words().isEmpty()) {
        problems.add(at.field("words"), "is missing; " + ALLOWED);
      }
      words(at.field("words"), issue.words());
    }
  }

  private void words(Spot spot, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (problems.present(spot.item(i), words.get(i), ALLOWED) && !isPhrase(words.get(i))) {
        problems.add(spot.item(i), "'" + words.get(i) + "' cannot be looked for; write " + ALLOWED);
      }
    }
  }

  private static boolean isPhrase(String phrase) {
    String[] parts = phrase.split("~~", -1);
    if (parts.length > 2 || parts.length == 2 && !STRENGTH.matcher(parts[1]).matches()) {
      return false;
    }
    boolean anyWord = false;
    for (String word : parts[0].trim().split("\\s+")) {
      if (word.equals("..")) {
        if (!anyWord) {
          return false;
        }
        continue;
      }
      for (String one : word.split("\\|", -1)) {
        if (!WORD.matcher(one).matches()) {
          return false;
        }
      }
      anyWord = true;
    }
    return anyWord && !parts[0].trim().endsWith(" ..");
  }
}
