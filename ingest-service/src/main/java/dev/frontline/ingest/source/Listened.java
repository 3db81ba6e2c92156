package dev.frontline.ingest.source;

import dev.frontline.kit.company.Company;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a source searches its network for where it is not told: the company's names. */
public final class Listened {

  private static final int MOST = 30;

  private Listened() {}

  /** Names and terms of brands first, then rivals, topics and campaigns; 30 at most. */
  public static List<String> terms(Opened opened) {
    Company company = opened.company();
    Set<String> terms = new LinkedHashSet<>();
    for (Company.Brand brand : company.brands()) {
      terms.add(brand.name().toLowerCase(Locale.ROOT));
      brand.terms().forEach(term -> terms.add(term.toLowerCase(Locale.ROOT)));
    }
    for (List<Company.Listened> some :
        List.of(company.rivals(), company.topics(), company.campaigns())) {
      some.forEach(one -> one.terms().forEach(t -> terms.add(t.toLowerCase(Locale.ROOT))));
    }
    List<String> all = new ArrayList<>(terms);
    return all.subList(0, Math.min(MOST, all.size()));
  }

  /** The same as hashtags: without spaces and marks. */
  public static List<String> tags(Opened opened) {
    return terms(opened).stream()
        .map(term -> term.replaceAll("[^\\p{L}\\p{N}_]", ""))
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .toList();
  }
}
