package dev.frontline.kit.company;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the sentences of {@link WatchTerms} are taken apart. */
final class WatchWording {

  private static final int MOST_CHARACTERS = 300;
  private static final Pattern VOLUME =
      Pattern.compile("(?:(.+?)\\s+)?volume\\s*[x×*]\\s*([0-9.]+)(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SHARE =
      Pattern.compile("(.+?)\\s+share\\s+above\\s+([0-9.]+)\\s*%(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern POST =
      Pattern.compile(
          "any\\s+post\\s+(?:of|by|from)\\s+an?\\s+account\\s+(?:above|with more than)\\s+"
              + "([0-9][0-9,._' ]*)\\s*followers(?:\\s+with\\s+(\\S+))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WITHIN =
      Pattern.compile(
          "[,\\s]*(?:within|in)\\s+(?:([0-9]{1,6})\\s*)?(minutes?|min|hours?|h)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_LEAST =
      Pattern.compile(
          "[,\\s]*(?:and\\s+|with\\s+)?(?:of\\s+)?at\\s+least\\s+([0-9][0-9,]{0,8})\\s+posts",
          Pattern.CASE_INSENSITIVE);

  static final int SHORTEST = 5;
  static final int LONGEST = 24 * 60;
  private static final int MOST_POSTS = 100_000;
  private static final long FEWEST_FOLLOWERS = 5_000;
  private static final Set<String> KINDS =
      Set.of("safety", "data-breach", "discrimination", "labour", "environment", "legal");

  private WatchWording() {}

  static WatchTerms.Read read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return wrong("it is longer than " + MOST_CHARACTERS + " characters", WatchTerms.FORMS);
    }
    Matcher post = POST.matcher(text);
    if (post.matches()) {
      return post(post.group(1), post.group(2));
    }
    Matcher share = SHARE.matcher(text);
    if (share.matches()) {
      return counted(share.group(1), share.group(2), share.group(3), true);
    }
    Matcher volume = VOLUME.matcher(text);
    if (volume.matches()) {
      return counted(
          volume.group(1) == null ? "all" : volume.group(1),
          volume.group(2),
          volume.group(3),
          false);
    }
    return wrong(
        text.isEmpty() ? "is missing" : "'" + text + "' was not understood", WatchTerms.FORMS);
  }

  private static WatchTerms.Read post(String followers, @Nullable String label) {
    String digits = followers.replaceAll("[^0-9]", "");
    long many = digits.length() > 12 ? Long.MAX_VALUE : Long.parseLong(digits);
    if (many < FEWEST_FOLLOWERS || many > 1_000_000_000L) {
      return wrong(
          "'" + followers.strip() + "' followers cannot be asked for",
          List.of("5,000 to 1,000,000,000 followers"));
    }
    String wanted = label == null ? null : label.toLowerCase(Locale.ROOT);
    if (wanted != null && !WatchTerms.LABELS.contains(wanted)) {
      return wrong("'" + label + "' is nothing that a post can be asked for", WatchTerms.LABELS);
    }
    return right(new WatchTerms.Post(many, wanted));
  }

  private static WatchTerms.Read counted(String words, String number, String rest, boolean share) {
    Optional<String> signal = signal(words.strip());
    if (signal.isEmpty()) {
      return wrong(
          "'" + words.strip() + "' is nothing that is counted",
          Stream.concat(WatchTerms.SIGNALS.stream(), Stream.of("theme NAME")).toList());
    }
    double value;
    try {
      value = Double.parseDouble(number);
    } catch (NumberFormatException e) {
      return wrong("'" + number + "' is no number", WatchTerms.FORMS);
    }
    if (share && (value < 1 || value > 99)) {
      return wrong("a share of " + number + " % cannot be asked for", List.of("1 to 99 %"));
    }
    if (share && signal.get().equals("all")) {
      return wrong(
          "the share of all posts is always 100 %",
          WatchTerms.SIGNALS.subList(1, WatchTerms.SIGNALS.size()));
    }
    if (!share && signal.get().equals("kind")) {
      return wrong("what praise usually brings is not known", List.of("praise share above 60 %"));
    }
    if (!share && (value < 1.5 || value > 100)) {
      return wrong("×" + number + " cannot be asked for", List.of("×1.5 to ×100"));
    }
    return span(signal.get(), value, rest, share);
  }

  private static WatchTerms.Read span(String signal, double value, String rest, boolean share) {
    int minutes = 60;
    int posts = share ? 30 : 10;
    String left = rest.strip();
    Matcher within = WITHIN.matcher(left);
    if (within.find()) {
      int many = within.group(1) == null ? 1 : Integer.parseInt(within.group(1));
      boolean hours = within.group(2).toLowerCase(Locale.ROOT).startsWith("h");
      minutes = hours ? Math.min(many, LONGEST) * 60 : many;
      if (minutes < SHORTEST || minutes > LONGEST) {
        return wrong("'" + within.group().strip() + "' cannot be watched", spans());
      }
      left = left.substring(0, within.start()) + left.substring(within.end());
    }
    Matcher atLeast = AT_LEAST.matcher(left);
    if (atLeast.find()) {
      posts = Integer.parseInt(atLeast.group(1).replace(",", ""));
      if (posts < 3 || posts > MOST_POSTS) {
        return wrong(
            "'" + atLeast.group().strip() + "' cannot be asked for",
            List.of("at least 3 to 100,000 posts"));
      }
      left = left.substring(0, atLeast.start()) + left.substring(atLeast.end());
    }
    if (!left.isBlank()) {
      return wrong("'" + left.strip() + "' was not understood", WatchTerms.FORMS);
    }
    return right(
        share
            ? new WatchTerms.Share(signal, value, minutes, posts)
            : new WatchTerms.Volume(signal, value, minutes, posts));
  }

  private static Optional<String> signal(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    if (lower.startsWith("theme ") && lower.length() > 6 && lower.length() < 100) {
      return Optional.of("theme:" + lower.substring(6).strip());
    }
    if (KINDS.contains(lower)) {
      return Optional.of("risk:" + lower);
    }
    if (lower.equals("praise")) {
      return Optional.of("kind");
    }
    return WatchTerms.SIGNALS.contains(lower) ? Optional.of(lower) : Optional.empty();
  }

  static String shown(String signal) {
    if (signal.startsWith("risk:")) {
      return signal.substring(5);
    }
    if (signal.startsWith("theme:")) {
      return "theme " + signal.substring(6);
    }
    return signal.equals("kind") ? "praise" : signal;
  }

  static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static List<String> spans() {
    return List.of("within 5 minutes to 24 hours");
  }

  private static WatchTerms.Read right(WatchTerms terms) {
    return new WatchTerms.Read(Optional.of(terms), "", List.of());
  }

  private static WatchTerms.Read wrong(String what, List<String> allowed) {
    return new WatchTerms.Read(Optional.empty(), what, List.copyOf(allowed));
  }
}
