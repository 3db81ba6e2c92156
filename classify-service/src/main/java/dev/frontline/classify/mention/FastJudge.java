package dev.frontline.classify.mention;

import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.model.Prior;
import dev.frontline.classify.model.Priors;
import dev.frontline.classify.model.Tier0;
import dev.frontline.classify.model.Tier0Model;
import dev.frontline.classify.text.BrandNames;
import dev.frontline.classify.text.CueBook;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.company.Company;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fast model, one instance a thread, told by what names the post's brand goes and what was
 * learned from people.
 */
public final class FastJudge implements Judge, Priors {

  private final String version;
  private final ThreadLocal<Tier0> tier0;
  private final Company company;
  private final Supplier<Adaptation> learned;
  private final Map<Set<String>, BrandNames> names = new ConcurrentHashMap<>();

  public FastJudge(Tier0Model model, CueBook book, Company company, Supplier<Adaptation> learned) {
    this.version = model.version();
    this.tier0 = ThreadLocal.withInitial(() -> new Tier0(model, book));
    this.company = company;
    this.learned = learned;
  }

  @Override
  public Judgement judge(Mention mention) {
    Set<String> matched = new HashSet<>();
    for (Match match : mention.matched()) {
      matched.add(match.name());
    }
    return tier0
        .get()
        .judge(
            mention.text(),
            names.computeIfAbsent(matched, this::namesOf),
            mention.lang(),
            learned.get());
  }

  @Override
  public Prior of(String text, Collection<String> matched, @Nullable String told) {
    return tier0.get().prior(text, names.computeIfAbsent(Set.copyOf(matched), this::namesOf), told);
  }

  @Override
  public String base() {
    return version;
  }

  private BrandNames namesOf(Set<String> matched) {
    Set<String> all = new HashSet<>(matched);
    for (Company.Brand brand : company.brands()) {
      if (matched.contains(brand.name())) {
        all.addAll(brand.terms());
        all.addAll(brand.products());
      }
    }
    for (List<Company.Listened> listened : List.of(company.rivals(), company.campaigns())) {
      for (Company.Listened one : listened) {
        if (matched.contains(one.name())) {
          all.addAll(one.terms());
        }
      }
    }
    return BrandNames.of(all);
  }
}
