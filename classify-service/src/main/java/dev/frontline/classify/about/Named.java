package dev.frontline.classify.about;

import dev.frontline.classify.text.Folding;
import dev.frontline.contracts.mention.Match;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A brand or rival as posts name it: by a name of its own, or by an account that has one in its
 * handle. Case and accents do not matter.
 *
 * @param name as in {@link Match#name()}
 * @param words finds it in a folded text
 */
record Named(String name, Match.Kind kind, Pattern words) {

  /** Shorter names are no part of handles: they would be found in others'. */
  private static final int SHORTEST_IN_HANDLE = 4;

  static Named of(String name, Match.Kind kind, Collection<String> names) {
    String whole =
        names.stream()
            .filter(n -> !n.isBlank())
            .map(n -> Pattern.quote(folded(n.strip())))
            .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}_])(?:", ")(?![\\p{L}\\p{N}_])"));
    String handles =
        names.stream()
            .map(n -> folded(n).replaceAll("[^\\p{L}\\p{N}]", ""))
            .filter(n -> n.length() >= SHORTEST_IN_HANDLE)
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return new Named(
        name,
        kind,
        Pattern.compile(handles.isEmpty() ? whole : whole + "|@[\\w.]*(?:" + handles + ")[\\w.]*"));
  }

  /** Where it is first named in a folded text, -1 where it is not. */
  int in(String folded) {
    var found = words.matcher(folded);
    return found.find() ? found.start() : -1;
  }

  /** The text in lower case without accents, letter by letter: places stay what they were. */
  static String folded(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = Character.isDigit(chars[i]) ? chars[i] : Folding.fold(chars[i]);
    }
    return new String(chars);
  }
}
