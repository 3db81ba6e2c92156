package dev.frontline.ingest.listening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a network's own search can be asked for in place of a query. It finds too much, never too
 * little: a post that the query finds holds all words and phrases of at least one list, or was
 * found by one of the parts that no network can be asked for.
 *
 * @param anyOf lists of words and phrases as they were written, without quotation marks
 * @param leftOut parts by which alone the query may find something, such as {@code kettl*}
 */
public record SearchTerms(List<List<String>> anyOf, List<String> leftOut) {

  /** Brackets that are multiplied out into more than so many lists are asked for less exactly. */
  private static final int MOST = 8;

  public SearchTerms {
    anyOf = List.copyOf(anyOf);
    leftOut = List.copyOf(leftOut);
  }

  /** A word or phrase. */
  static SearchTerms of(String words) {
    return new SearchTerms(List.of(List.of(words)), List.of());
  }

  /** What cannot be asked for: a field, a word with a wildcard. */
  static SearchTerms none(String part) {
    return new SearchTerms(List.of(), List.of(part));
  }

  /** All of them must be met, so that those which can be asked for are enough. */
  static SearchTerms all(List<SearchTerms> parts) {
    List<SearchTerms> whole =
        parts.stream()
            .filter(SearchTerms::isWhole)
            .sorted(Comparator.comparingInt(part -> part.anyOf.size()))
            .toList();
    if (whole.isEmpty()) {
      return parts.stream().filter(part -> !part.anyOf.isEmpty()).findFirst().orElse(parts.get(0));
    }
    List<List<String>> lists = whole.get(0).anyOf;
    for (SearchTerms next : whole.subList(1, whole.size())) {
      if (lists.size() * next.anyOf.size() <= MOST) {
        lists = multiplied(lists, next.anyOf);
      }
    }
    return new SearchTerms(lists, List.of());
  }

  /** Any of them may be met. */
  static SearchTerms any(List<SearchTerms> parts) {
    Set<List<String>> lists = new LinkedHashSet<>();
    Set<String> leftOut = new LinkedHashSet<>();
    for (SearchTerms part : parts) {
      lists.addAll(part.anyOf);
      leftOut.addAll(part.leftOut);
    }
    return new SearchTerms(List.copyOf(lists), List.copyOf(leftOut));
  }

  private boolean isWhole() {
    return !anyOf.isEmpty() && leftOut.isEmpty();
  }

  private static List<List<String>> multiplied(List<List<String>> some, List<List<String>> others) {
    List<List<String>> lists = new ArrayList<>();
    for (List<String> one : some) {
      for (List<String> other : others) {
        Set<String> both = new LinkedHashSet<>(one);
        both.addAll(other);
        lists.add(List.copyOf(both));
      }
    }
    return lists;
  }
}
