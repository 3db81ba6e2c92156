package dev.frontline.ingest.listening;

import dev.frontline.contracts.mention.Match;
import dev.frontline.kit.company.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The queries that a company file's lists of terms mean. */
public final class Seeds {

  private Seeds() {}

  public static List<ListeningQuery> of(Company company) {
    List<ListeningQuery> seeds = new ArrayList<>();
    for (Company.Brand brand : company.brands()) {
      List<String> terms = new ArrayList<>();
      terms.add(brand.name());
      terms.addAll(brand.terms());
      add(Match.Kind.BRAND, brand.name(), terms, seeds);
    }
    company.rivals().forEach(one -> add(Match.Kind.RIVAL, one.name(), one.terms(), seeds));
    company.topics().forEach(one -> add(Match.Kind.TOPIC, one.name(), one.terms(), seeds));
    company.campaigns().forEach(one -> add(Match.Kind.CAMPAIGN, one.name(), one.terms(), seeds));
    return seeds;
  }

  /**
   * How long each list is only tried out, by the id of its query; those that are not are absent.
   */
  public static Map<String, Duration> trials(Company company) {
    Map<String, Duration> trials = new HashMap<>();
    trials(Match.Kind.RIVAL, company.rivals(), trials);
    trials(Match.Kind.TOPIC, company.topics(), trials);
    trials(Match.Kind.CAMPAIGN, company.campaigns(), trials);
    return trials;
  }

  private static void trials(
      Match.Kind kind, List<Company.Listened> lists, Map<String, Duration> trials) {
    for (Company.Listened list : lists) {
      if (list.trial() != null) {
        trials.put(id(kind, list.name()), list.trial());
      }
    }
  }

  private static void add(
      Match.Kind kind, String name, List<String> terms, List<ListeningQuery> seeds) {
    String text = QueryLanguage.anyOf(terms);
    if (!text.isEmpty()) {
      seeds.add(new ListeningQuery(id(kind, name), kind, name, text));
    }
  }

  /** The id of what the company file lists. */
  public static String id(Match.Kind kind, String name) {
    return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
  }
}
