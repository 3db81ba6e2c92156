package dev.frontline.ingest.listening;

import dev.frontline.contracts.mention.Match;
import dev.frontline.kit.company.Company;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
