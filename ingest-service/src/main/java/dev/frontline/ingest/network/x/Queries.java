package dev.frontline.ingest.network.x;

import dev.frontline.ingest.source.Listened;
import dev.frontline.ingest.source.Opened;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What X is asked for, in its own language: as few queries as their greatest length allows. */
final class Queries {

  /** Reposts would be paid for each. */
  private static final String END = ") -is:retweet";

  private Queries() {}

  /**
   * The configured query, else the company's names, and what is said to and by its own accounts.
   *
   * @param longest characters of a query
   */
  static List<String> of(Opened opened, int longest) {
    if (opened.setting("query").isPresent()) {
      return List.of(opened.setting("query").get());
    }
    Set<String> words = new LinkedHashSet<>();
    opened.company().brands().stream()
        .flatMap(brand -> brand.accounts().stream())
        .filter(account -> account.matches("x:[A-Za-z0-9_]{1,15}"))
        .map(account -> account.substring("x:".length()))
        .forEach(
            handle -> {
              words.add("@" + handle);
              words.add("from:" + handle);
            });
    Listened.terms(opened).forEach(term -> words.add("\"" + term.replace("\"", "") + "\""));
    return joined(words, longest);
  }

  private static List<String> joined(Set<String> words, int longest) {
    List<String> queries = new ArrayList<>();
    StringBuilder query = new StringBuilder();
    for (String word : words) {
      boolean full = query.length() + " OR ".length() + word.length() + END.length() > longest;
      if (full && query.length() > 0) {
        queries.add(query + END);
        query.setLength(0);
      }
      query.append(query.length() == 0 ? "(" : " OR ").append(word);
    }
    if (query.length() > 0) {
      queries.add(query + END);
    }
    return queries;
  }
}
