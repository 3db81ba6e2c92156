package dev.frontline.local.demo.stream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with slots such as {@code {Monday|Friday}}, of which each round takes other words. */
final class Wordings {

  private static final Pattern SLOT = Pattern.compile("\\{([^{}|]*(?:\\|[^{}|]*)+)}");

  private Wordings() {}

  /**
   * The text of this round. Each slot changes with every round, and all combinations come before
   * one comes again.
   */
  static String of(String text, long round) {
    Matcher slots = SLOT.matcher(text);
    StringBuilder out = new StringBuilder();
    long left = round;
    int before = 0;
    while (slots.find()) {
      String[] words = slots.group(1).split("\\|", -1);
      int chosen = (int) ((left + before) % words.length);
      left /= words.length;
      before = chosen;
      slots.appendReplacement(out, Matcher.quoteReplacement(words[chosen]));
    }
    return slots.appendTail(out).toString();
  }
}
