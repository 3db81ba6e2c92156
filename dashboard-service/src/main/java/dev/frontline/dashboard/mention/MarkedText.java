package dev.frontline.dashboard.mention;

import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.classification.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A post's text cut into pieces, so that a page can mark the words that drove its labels and
 * themes. The pieces hold the text as it is: whoever shows them escapes them.
 */
public final class MarkedText {

  private static final String THEME = "theme";

  private MarkedText() {}

  /**
   * A run of characters with the same reasons.
   *
   * @param kind the first label that it drove, or {@code theme}; empty where it drove none
   * @param why a sentence for each label or theme that it drove
   */
  public record Piece(String text, String kind, String why) {}

  private record Reason(String kind, String sentence) {}

  private record Span(int from, int to, Reason reason) {}

  /** The whole text in its order; one piece without reasons where nothing is to be marked. */
  public static List<Piece> of(String text, Classification classification) {
    List<Span> spans = new ArrayList<>();
    for (String label : Labels.ALL) {
      LabelScore score = classification.labels().get(label);
      if (score != null && score.decided()) {
        Reason reason = new Reason(label, Sentences.verdict(label, score));
        score.why().forEach(words -> find(text, words, reason, spans));
      }
    }
    for (Theme theme : classification.themes()) {
      Reason reason = new Reason(THEME, "About " + theme.name() + ".");
      theme.why().forEach(words -> find(text, words, reason, spans));
    }
    return cut(text, spans);
  }

  private static List<Piece> cut(String text, List<Span> spans) {
    List<Integer> edges = new ArrayList<>(List.of(0, text.length()));
    spans.forEach(span -> edges.addAll(List.of(span.from(), span.to())));
    List<Integer> places = edges.stream().sorted().distinct().toList();
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i + 1 < places.size(); i++) {
      int from = places.get(i);
      int to = places.get(i + 1);
      List<Reason> reasons =
          spans.stream()
              .filter(span -> span.from() <= from && to <= span.to())
              .map(Span::reason)
              .distinct()
              .toList();
      pieces.add(
          new Piece(
              text.substring(from, to),
              reasons.isEmpty() ? "" : reasons.get(0).kind(),
              reasons.stream().map(Reason::sentence).collect(Collectors.joining(" "))));
    }
    return pieces;
  }

  /** The first place where the words stand whole. */
  private static void find(String text, String words, Reason reason, List<Span> into) {
    int at = words.isBlank() ? -1 : text.indexOf(words);
    while (at >= 0) {
      int end = at + words.length();
      if (!inWord(text, at - 1, at) && !inWord(text, end - 1, end)) {
        into.add(new Span(at, end, reason));
        return;
      }
      at = text.indexOf(words, at + 1);
    }
  }

  /** Whether a word runs on from one place to the next. */
  private static boolean inWord(String text, int before, int after) {
    return before >= 0
        && after < text.length()
        && Character.isLetterOrDigit(text.charAt(before))
        && Character.isLetterOrDigit(text.charAt(after));
  }
}
