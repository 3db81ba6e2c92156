package dev.frontline.classify.rising;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The terms of a brand's posts in one hour: who used each while the hour is young, how many did
 * once it is old or was counted elsewhere. Not safe for use by several threads.
 */
final class HourOfTerms {

  /** More different terms than this are not kept; those of few authors go first. */
  static final int MOST_TERMS = 2_000;

  /** A young hour may hold as many times more. */
  private static final int YOUNG = 6;

  /** More authors than this of a term and hour are not told apart any more. */
  private static final int MOST_AUTHORS = 200;

  private final Map<String, Use> uses = new HashMap<>();
  private final Map<String, Count> counts = new HashMap<>();
  private int posts;
  private boolean cut;

  /**
   * Who used a term.
   *
   * @param authors hashes of their ids
   * @param example id of a post that has it
   */
  record Use(Set<Integer> authors, String example) {}

  /** How many people used a term. */
  record Count(int authors, String example) {}

  /** Counts one post; the author of a post that comes again is counted once. */
  void add(Set<String> terms, int author, String mentionId) {
    posts++;
    for (String term : terms) {
      Use use = uses.computeIfAbsent(term, t -> new Use(new HashSet<>(4), mentionId));
      if (use.authors().size() < MOST_AUTHORS) {
        use.authors().add(author);
      }
    }
    if (uses.size() > MOST_TERMS * YOUNG) {
      cut = true;
      uses.values().removeIf(use -> use.authors().size() < 2);
    }
  }

  /** What was counted before or by another instance. */
  static HourOfTerms counted(Map<String, Count> counts, int posts, boolean cut) {
    HourOfTerms hour = new HourOfTerms();
    hour.counts.putAll(counts);
    hour.posts = posts;
    hour.cut = cut;
    return hour;
  }

  /** Lets go of who it was. */
  void age() {
    if (!uses.isEmpty()) {
      Map<String, Count> counted = counted();
      cut |= uses.size() > MOST_TERMS;
      counts.clear();
      counts.putAll(counted);
      uses.clear();
    }
  }

  /** What is kept of it: the terms of most authors. */
  Map<String, Count> counted() {
    Map<String, Count> all = new HashMap<>(counts);
    uses.forEach(
        (term, use) ->
            all.merge(
                term,
                new Count(use.authors().size(), use.example()),
                (a, b) -> new Count(a.authors() + b.authors(), b.example())));
    return all.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Count> term) -> -term.getValue().authors())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_TERMS)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Those who used it and are known. */
  Set<Integer> authors(String term) {
    Use use = uses.get(term);
    return use == null ? Set.of() : use.authors();
  }

  /** How many more used it: of a term that may have been let go, one. */
  int others(String term) {
    Count count = counts.get(term);
    return count != null ? count.authors() : cut && !uses.containsKey(term) ? 1 : 0;
  }

  /** Id of a post that has it, empty where there is none. */
  String example(String term) {
    Use use = uses.get(term);
    if (use != null) {
      return use.example();
    }
    Count count = counts.get(term);
    return count == null ? "" : count.example();
  }

  Set<String> terms() {
    Set<String> terms = new HashSet<>(uses.keySet());
    terms.addAll(counts.keySet());
    return terms;
  }

  int posts() {
    return posts;
  }

  boolean isCut() {
    return cut || uses.size() > MOST_TERMS;
  }
}
