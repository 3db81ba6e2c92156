package dev.frontline.classify.theme;

import dev.frontline.classify.theme.Vocabulary.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The themes whose words ship, by name, in the order of the English file. */
final class KnownThemes {

  static final List<String> LANGUAGES = List.of("en", "es", "de", "fr");

  private static final Map<String, Vocabulary> SHIPPED = read();

  private KnownThemes() {}

  static Map<String, Vocabulary> all() {
    return SHIPPED;
  }

  private static Map<String, Vocabulary> read() {
    Map<String, List<Word>> words = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      List<Word> section = new ArrayList<>();
      for (String line : Resources.lines(language + ".txt")) {
        if (line.startsWith("[")) {
          section =
              words.computeIfAbsent(
                  line.substring(1, line.indexOf(']')), name -> new ArrayList<>());
          continue;
        }
        for (String phrase : line.split(",")) {
          if (!phrase.isBlank()) {
            section.add(new Word(language, phrase.strip()));
          }
        }
      }
    }
    Map<String, Vocabulary> themes = new LinkedHashMap<>();
    words.forEach((name, list) -> themes.put(name, new Vocabulary(name, list, List.of())));
    return themes;
  }
}
