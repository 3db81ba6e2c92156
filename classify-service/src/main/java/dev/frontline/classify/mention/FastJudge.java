package dev.frontline.classify.mention;

import dev.frontline.classify.about.Apart;
import dev.frontline.classify.about.Sides;
import dev.frontline.classify.encoder.Encoder;
import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Cascade;
import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.model.Prior;
import dev.frontline.classify.model.Priors;
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
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Both tiers, one instance a thread, told by what names the post's brand goes and what was learned
 * from people.
 */
public final class FastJudge implements Judge, Priors {

  private final String version;
  private final ThreadLocal<Cascade> tiers;
  private final Company company;
  private final Sides sides;
  private final Supplier<Adaptation> learned;
  private final Map<Set<String>, BrandNames> names = new ConcurrentHashMap<>();

  /** The fast tier alone. */
  public FastJudge(Tier0Model model, CueBook book, Company company, Supplier<Adaptation> learned) {
    this(model, book, null, company, learned);
  }

  /**
   * @param encoder null where only the fast tier is to judge
   */
  public FastJudge(
      Tier0Model model,
      CueBook book,
      @Nullable Encoder encoder,
      Company company,
      Supplier<Adaptation> learned) {
    this.version = model.version();
    this.tiers = ThreadLocal.withInitial(() -> new Cascade(model, book, encoder));
    this.company = company;
    this.sides = new Sides(company);
    this.learned = learned;
  }

  @Override
  public Judgement judge(Mention mention) {
    BrandNames known = namesOf(mention);
    Adaptation learning = learned.get();
    Cascade cascade = tiers.get();
    return apart(
        mention,
        cascade.quick(mention.text(), known, mention.lang(), learning),
        part -> cascade.quick(part, known, mention.lang(), learning));
  }

  @Override
  public @Nullable Judgement deepen(Mention mention) {
    BrandNames known = namesOf(mention);
    Adaptation learning = learned.get();
    Cascade cascade = tiers.get();
    Judgement whole = cascade.deep(mention.text(), known, mention.lang(), learning);
    return whole == null
        ? null
        : apart(mention, whole, part -> cascade.judge(part, known, mention.lang(), learning));
  }

  /** Which brand each label is about, where the post names several. */
  private Judgement apart(Mention mention, Judgement whole, Function<String, Judgement> judge) {
    List<Sides.Side> parts = sides.of(mention);
    return parts.isEmpty() ? whole : whole.apart(Apart.of(whole, parts, judge));
  }

  private BrandNames namesOf(Mention mention) {
    Set<String> matched = new HashSet<>();
    for (Match match : mention.matched()) {
      matched.add(match.name());
    }
    return names.computeIfAbsent(matched, this::namesOf);
  }

  @Override
  public Prior of(String text, Collection<String> matched, @Nullable String told) {
    return tiers.get().prior(text, names.computeIfAbsent(Set.copyOf(matched), this::namesOf), told);
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
