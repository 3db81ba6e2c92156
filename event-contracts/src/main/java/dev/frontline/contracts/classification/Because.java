package dev.frontline.contracts.classification;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * How a reason of a label or theme is written: a piece of the post as it stands there, or, in
 * parentheses, what else spoke for it, such as {@code (the post as a whole)}. Pieces hold words
 * alone, so that none begins with a parenthesis.
 */
public final class Because {

  private Because() {}

  /** Whether the reason is a piece of the post. */
  public static boolean isQuote(String reason) {
    return !reason.startsWith("(");
  }

  /** What it says without the parentheses around what is no quote. */
  public static String said(String reason) {
    return isQuote(reason) || !reason.endsWith(")")
        ? reason
        : reason.substring(1, reason.length() - 1);
  }

  /** In a sentence: pieces of the post in quotation marks, the rest as words. */
  public static String sentence(Collection<String> reasons) {
    return reasons.stream()
        .map(reason -> isQuote(reason) ? "\"" + reason + "\"" : said(reason))
        .collect(Collectors.joining(", "));
  }
}
