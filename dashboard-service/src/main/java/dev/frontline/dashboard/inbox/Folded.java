package dev.frontline.dashboard.inbox;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without case and accents, so that "cafe" finds "Café". */
public final class Folded {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Folded() {}

  public static String text(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** The words of a search, folded. */
  public static List<String> words(String query) {
    return SPACE.splitAsStream(text(query)).filter(w -> !w.isBlank()).toList();
  }
}
