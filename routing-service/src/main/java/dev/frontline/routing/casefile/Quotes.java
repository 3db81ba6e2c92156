package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.HistoryEntry;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.casefile.Suggestion;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes an author's words and name out of what the system wrote about their posts. */
public final class Quotes {

  // As the rules' sentences give the reasons of labels and of themes. To the last parenthesis,
  // since
  // what is quoted may hold one: rather a reason too many goes than a word stays.
  private static final Pattern OF_LABEL = Pattern.compile(", because of .*(?=\\))");
  private static final Pattern OF_THEME = Pattern.compile(" \\(because of .*\\)");

  private static final String AUTHOR = "It was written by ";
  private static final String AGAIN = " wrote again";
  private static final String JOINED = "The author" + AGAIN;

  private Quotes() {}

  /** The sentences without quoted words, and without the one that names the author. */
  public static List<String> without(List<String> sentences) {
    return sentences.stream().filter(s -> !s.contains(AUTHOR)).map(Quotes::bare).toList();
  }

  static Route without(Route route) {
    return new Route(route.rule(), without(route.why()));
  }

  static @Nullable Suggestion without(@Nullable Suggestion suggestion) {
    if (suggestion == null) {
      return null;
    }
    int author = suggestion.why().indexOf(AUTHOR);
    String why = author < 0 ? suggestion.why() : suggestion.why().substring(0, author).strip();
    return new Suggestion(suggestion.department(), bare(why));
  }

  /** Lines of cases from before they were neutral name the author. */
  static HistoryEntry without(HistoryEntry line) {
    return line.what().equals("joined") && line.text().endsWith(AGAIN)
        ? new HistoryEntry(line.at(), line.by(), line.what(), JOINED)
        : line;
  }

  private static String bare(String sentence) {
    return OF_THEME.matcher(OF_LABEL.matcher(sentence).replaceAll("")).replaceAll("");
  }
}
