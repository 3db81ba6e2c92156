package dev.frontline.classify.about;

import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Match.Kind;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.company.Company;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What a post that names several brands says of each: the clauses that name it, and those after
 * them that name nobody. Safe for use by several threads.
 */
public final class Sides {

  private static final int SAYS_SOMETHING = 3;

  private final Company company;
  private final Map<Match, Named> known = new ConcurrentHashMap<>();

  public Sides(Company company) {
    this.company = company;
  }

  /**
   * One brand's part of a post.
   *
   * @param says enough words to be judged alone
   */
  public record Side(String name, Kind kind, String text, boolean says) {}

  /** The company's brands and rivals that a text names, as if their queries had met it. */
  public List<Match> namedIn(String text) {
    String folded = Named.folded(text);
    Stream<Match> brands = company.brands().stream().map(b -> match(Kind.BRAND, b.name()));
    Stream<Match> rivals = company.rivals().stream().map(r -> match(Kind.RIVAL, r.name()));
    return Stream.concat(brands, rivals).filter(m -> named(m).in(folded) >= 0).toList();
  }

  /** One side a brand or rival; none where the post is not about two, or not to be taken apart. */
  public List<Side> of(Mention mention) {
    return of(mention.text(), mention.matched());
  }

  /** The same of a text that met these queries. */
  public List<Side> of(String text, List<Match> matched) {
    List<Named> named = named(matched);
    if (named.size() < 2) {
      return List.of();
    }
    String folded = Named.folded(text);
    if (named.stream().anyMatch(n -> n.in(folded) < 0)) {
      return List.of();
    }
    Map<Named, StringBuilder> parts = parts(text, folded, named);
    List<Side> sides = new ArrayList<>();
    parts.forEach(
        (one, part) ->
            sides.add(
                new Side(
                    one.name(),
                    one.kind(),
                    part.toString(),
                    Clauses.words(Named.folded(part.toString()), named) >= SAYS_SOMETHING)));
    boolean apart = sides.stream().map(Side::text).distinct().count() > 1;
    return apart ? sides : List.of();
  }

  private static Map<Named, StringBuilder> parts(String text, String folded, List<Named> named) {
    Map<Named, StringBuilder> parts = new LinkedHashMap<>();
    named.forEach(one -> parts.put(one, new StringBuilder()));
    List<Named> spokenOf =
        List.of(named.stream().min(Comparator.comparingInt(n -> n.in(folded))).orElseThrow());
    for (Clauses.Clause clause : Clauses.of(folded, named)) {
      String words = folded.substring(clause.from(), clause.to());
      List<Named> here = named.stream().filter(n -> n.in(words) >= 0).toList();
      spokenOf = here.isEmpty() ? spokenOf : here;
      for (Named one : spokenOf) {
        StringBuilder part = parts.get(one);
        part.append(part.isEmpty() ? "" : " ").append(text, clause.from(), clause.to());
      }
    }
    return parts;
  }

  private List<Named> named(List<Match> matched) {
    List<Named> named = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Match match : matched) {
      if ((match.kind() == Kind.BRAND || match.kind() == Kind.RIVAL) && seen.add(match.name())) {
        named.add(named(match(match.kind(), match.name())));
      }
    }
    return named;
  }

  private Named named(Match match) {
    return known.computeIfAbsent(match, this::read);
  }

  private static Match match(Kind kind, String name) {
    return new Match("any", kind, name);
  }

  private Named read(Match match) {
    Set<String> names = new HashSet<>(Set.of(match.name()));
    for (Company.Brand brand : company.brands()) {
      if (match.kind() == Kind.BRAND && brand.name().equals(match.name())) {
        names.addAll(brand.terms());
        names.addAll(brand.products());
        brand.accounts().forEach(a -> names.add(a.substring(a.indexOf(':') + 1)));
      }
    }
    for (Company.Listened rival : company.rivals()) {
      if (match.kind() == Kind.RIVAL && rival.name().equals(match.name())) {
        names.addAll(rival.terms());
      }
    }
    return Named.of(match.name(), match.kind(), names);
  }
}
