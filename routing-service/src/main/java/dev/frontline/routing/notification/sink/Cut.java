package dev.frontline.routing.notification.sink;

import java.util.ArrayList;
import java.util.List;

/** Text made short enough for a format, never in the middle of a character. */
final class Cut {

  private Cut() {}

  /** The text, or as much of it as fits with an ellipsis. */
  static String to(int most, String text) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  /** Lines whose sum fits, the last one cut; says how many are missing. */
  static List<String> lines(int most, List<String> lines) {
    List<String> kept = new ArrayList<>();
    int left = most;
    for (int i = 0; i < lines.size(); i++) {
      if (left < 20) {
        kept.add("… and " + (lines.size() - i) + " more");
        break;
      }
      String line = Cut.to(left, lines.get(i));
      left -= line.length();
      kept.add(line);
    }
    return kept;
  }
}
