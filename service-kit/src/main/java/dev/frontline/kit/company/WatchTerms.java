package dev.frontline.kit.company;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a watch rule holds, as people write it. Three sentences are understood, in capital letters
 * or not:
 *
 * <ul>
 *   <li>{@code pr_risk volume ×3 within 60 minutes, at least 10 posts}
 *   <li>{@code negative share above 40 % of at least 30 posts within 60 minutes}
 *   <li>{@code any post of an account above 100,000 followers with pr_risk}
 * </ul>
 *
 * All but the first words of each may be left out.
 */
public sealed interface WatchTerms {

  /** What can be written, one example a form. */
  List<String> FORMS =
      List.of(
          "volume ×3",
          "complaint volume ×2.5 within 30 minutes, at least 20 posts",
          "negative share above 40 % of at least 30 posts within 60 minutes",
          "any post of an account above 100,000 followers with pr_risk");

  /** Signals with a name of their own; {@code theme NAME} is one, too. */
  List<String> SIGNALS =
      List.of(
          "all",
          "complaint",
          "negative",
          "pr_risk",
          "praise",
          "safety",
          "data-breach",
          "discrimination",
          "labour",
          "environment",
          "legal");

  /** What a post can be asked for. */
  List<String> LABELS = List.of("complaint", "negative", "pr_risk", "praise");

  /**
   * More than so many times the usual.
   *
   * @param signal as the detector names it
   */
  record Volume(String signal, double times, int minutes, int atLeast) implements WatchTerms {
    @Override
    public String words() {
      return (signal.equals("all") ? "" : WatchWording.shown(signal) + " ")
          + "volume ×"
          + WatchWording.number(times)
          + " within "
          + minutes
          + " minutes, at least "
          + atLeast
          + " posts";
    }
  }

  /**
   * More than such a share of all posts.
   *
   * @param above in percent
   */
  record Share(String signal, double above, int minutes, int atLeast) implements WatchTerms {
    @Override
    public String words() {
      return WatchWording.shown(signal)
          + " share above "
          + WatchWording.number(above)
          + " % of at least "
          + atLeast
          + " posts within "
          + minutes
          + " minutes";
    }
  }

  /** A single post by somebody with a large following. */
  record Post(long followers, @Nullable String label) implements WatchTerms {
    @Override
    public String words() {
      return "any post of an account above "
          + String.format(Locale.ROOT, "%,d", followers)
          + " followers"
          + (label == null ? "" : " with " + label);
    }
  }

  /** In full, as it would be read again. */
  String words();

  /** What was understood, or what is wrong. */
  record Read(Optional<WatchTerms> terms, String wrong, List<String> allowed) {}

  /** Reads a sentence; what is wrong is named with what is allowed. */
  static Read read(@Nullable String text) {
    return WatchWording.read(text == null ? "" : text.strip());
  }
}
