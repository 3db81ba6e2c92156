package dev.frontline.ingest.listening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Learns from samples what a query must not find: words that stand in what a person excluded and in
 * nothing that they kept, and that are rare otherwise. A few words that cover the most are better
 * than all of them.
 */
public final class Exclusions {

  /** More than so many words at once nobody reads before they hold. */
  static final int MOST = 6;

  private static final int SHORTEST = 3;

  /** A word in more than this part of all that is read says nothing. */
  private static final double COMMON = 0.02;

  private static final Pattern EARLIER =
      Pattern.compile("\\((.*)\\) NOT \\(([^()]*)\\)", Pattern.DOTALL);

  private static final Set<String> LITTLE =
      Set.copyOf(
          List.of(
              ("the and for are but not you all any can had her was one our out has him his how its may"
                      + " new now old see two who did get let say she too use from they this that with have"
                      + " will your what when make like time just know take into year good some could them"
                      + " than then look only come over think also back after work first well even want"
                      + " because these give most been were which their said each there about would other"
                      + " more very here why where does dont cant im ive its http https www com"
                      + " und der die das ist nicht ein eine ich wir mit auf den von zu für"
                      + " que los las una por con para del está muy les des est pas une dans pour sur")
                  .split(" ")));

  private Exclusions() {}

  /**
   * What is proposed; nothing holds yet.
   *
   * @param text the new query
   * @param terms the words that it leaves out besides those before
   * @param left samples that it still finds though they were excluded, by their place
   */
  public record Proposal(String text, List<String> terms, List<Integer> left) {}

  /**
   * @param text the query as it is
   * @param excluded texts of what it should not find
   * @param kept texts of what it should go on finding
   * @param everything texts of anything, by which is told what is common
   */
  public static Proposal propose(
      String text, List<String> excluded, List<String> kept, List<String> everything) {
    Set<String> never = new HashSet<>(Words.ofQuery(text));
    kept.forEach(post -> never.addAll(words(post)));
    List<Set<String>> posts = excluded.stream().map(Exclusions::words).toList();
    Map<String, Integer> common = elsewhere(counted(everything), counted(excluded));
    Set<Integer> left = new LinkedHashSet<>();
    for (int i = 0; i < posts.size(); i++) {
      left.add(i);
    }
    List<String> terms = new ArrayList<>();
    while (!left.isEmpty() && terms.size() < MOST) {
      String best = best(posts, left, never, common, everything.size());
      if (best.isEmpty()) {
        break;
      }
      terms.add(best);
      left.removeIf(i -> posts.get(i).contains(best));
    }
    return new Proposal(without(text, terms), List.copyOf(terms), List.copyOf(left));
  }

  /** The word that covers the most of what is left; the rarer, then the longer one. */
  private static String best(
      List<Set<String>> posts,
      Set<Integer> left,
      Set<String> never,
      Map<String, Integer> common,
      int all) {
    Map<String, Integer> covers = new HashMap<>();
    left.forEach(i -> posts.get(i).forEach(word -> covers.merge(word, 1, Integer::sum)));
    String best = "";
    double bestScore = 0;
    for (Map.Entry<String, Integer> one : covers.entrySet()) {
      String word = one.getKey();
      double share = all == 0 ? 0 : (double) common.getOrDefault(word, 0) / all;
      if (never.contains(word) || share > COMMON) {
        continue;
      }
      double score =
          one.getValue() + (1 - share / COMMON) * 0.5 + Math.min(12, word.length()) / 100.0;
      if (score > bestScore || (score == bestScore && word.compareTo(best) < 0)) {
        best = word;
        bestScore = score;
      }
    }
    return best;
  }

  private static Map<String, Integer> counted(List<String> texts) {
    Map<String, Integer> counted = new HashMap<>();
    texts.forEach(text -> words(text).forEach(word -> counted.merge(word, 1, Integer::sum)));
    return counted;
  }

  /** In a small sample the excluded posts alone would make each of their words a common one. */
  private static Map<String, Integer> elsewhere(
      Map<String, Integer> everything, Map<String, Integer> excluded) {
    excluded.forEach(
        (word, n) -> everything.computeIfPresent(word, (w, all) -> Math.max(0, all - n)));
    return everything;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : Words.ofQuery(text.replaceAll("https?://\\S+", " "))) {
      boolean says =
          word.length() >= SHORTEST
              && !word.startsWith("@")
              && !LITTLE.contains(word)
              && word.chars().anyMatch(Character::isLetter);
      if (says) {
        words.add(word);
      }
    }
    return words;
  }

  /** The query without posts that have any of the words; what it left out before stays left out. */
  static String without(String text, List<String> terms) {
    if (terms.isEmpty()) {
      return text;
    }
    Matcher earlier = EARLIER.matcher(text);
    boolean further = earlier.matches() && isWhole(earlier.group(1));
    Set<String> all = new LinkedHashSet<>();
    if (further) {
      all.addAll(List.of(earlier.group(2).split(" OR ")));
    }
    terms.forEach(term -> all.add("\"" + term + "\""));
    return "(" + (further ? earlier.group(1) : text) + ") NOT (" + String.join(" OR ", all) + ")";
  }

  private static boolean isWhole(String text) {
    return QueryLanguage.read(text) instanceof Reading.Understood;
  }
}
