package dev.frontline.routing.incident.watch;

import dev.frontline.contracts.incident.Risen;
import dev.frontline.contracts.incident.Why;
import dev.frontline.routing.policy.RiskKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is different about the posts of a rise. */
final class WhyFinder {

  private static final int MOST_TERMS = 6;
  private static final double NAMING = 3;
  private static final int MOST = 3;
  private static final long HALF_HOUR = 30 * 60_000L;

  private final TermRates rates;

  WhyFinder(TermRates rates) {
    this.rates = rates;
  }

  /**
   * @param rise its posts in the last two hours, not empty
   * @param around all posts of the brand in that time
   * @param usual posts that are usual in the rise's span
   * @param minutes the span
   * @param riskKind what is at risk, null where nothing special is
   */
  Why why(
      List<Heard> rise, List<Heard> around, double usual, long minutes, @Nullable String riskKind) {
    Heard first = rise.stream().min(Comparator.comparingLong(Heard::at)).orElseThrow();
    long until = rise.stream().mapToLong(Heard::at).max().orElseThrow();
    long lately = rise.stream().filter(p -> p.at() > until - HALF_HOUR).count();
    long before =
        rise.stream()
            .filter(p -> p.at() <= until - HALF_HOUR && p.at() > until - 2 * HALF_HOUR)
            .count();
    double reach = Math.max(1, around.stream().mapToLong(Heard::reach).sum());
    List<Risen> terms = terms(rise, riskKind);
    List<Risen> networks = shares(rise, Heard::network, TermRates::network);
    return new Why(
        List.of(counted(rise, usual, minutes), said(terms, networks, first)),
        terms,
        stories(rise),
        accounts(rise),
        networks,
        shares(rise, Heard::lang, TermRates::language),
        first.mentionId(),
        before == 0 ? 0 : (double) lately / before,
        Math.min(1, rise.stream().mapToLong(Heard::reach).sum() / reach));
  }

  /**
   * Words by how many people say them beyond what is usual. Who repeats himself counts once, and so
   * does a story that many pass on; what names the risk says most.
   */
  private List<Risen> terms(List<Heard> rise, @Nullable String riskKind) {
    long people = authors(rise);
    Map<String, Said> said = new TreeMap<>();
    for (Heard post : rise) {
      for (String term : post.terms()) {
        said.computeIfAbsent(stem(term), t -> new Said(term)).by(post);
      }
    }
    Optional<RiskKind> risk =
        Arrays.stream(RiskKind.values()).filter(k -> k.id().equals(riskKind)).findFirst();
    record Term(Risen risen, double strength) {}
    return said.values().stream()
        .filter(s -> s.authors.size() >= 2 || risk.isPresent() && risk.get().names(s.word))
        .map(
            s -> {
              double share = (double) s.authors.size() / people;
              double usual = rates.share(s.word);
              double beyond = Math.log(share / (usual + 1 / (rates.total() + 20)));
              double naming = risk.isPresent() && risk.get().names(s.word) ? NAMING : 1;
              double times = rates.total() < 50 || usual == 0 ? 0 : share / usual;
              return new Term(
                  new Risen(s.word, s.authors.size(), rounded(times)),
                  s.stories.size() * naming * beyond);
            })
        .filter(t -> t.strength() > 1)
        .sorted(Comparator.comparingDouble(t -> -t.strength()))
        .limit(MOST_TERMS)
        .map(Term::risen)
        .toList();
  }

  /** A word with who said it and in how many stories. */
  private static final class Said {
    private final String word;
    private final Set<Long> authors = new HashSet<>();
    private final Set<String> stories = new HashSet<>();

    Said(String word) {
      this.word = word;
    }

    void by(Heard post) {
      authors.add(post.author());
      stories.add(post.storyId() == null ? post.mentionId() : post.storyId());
    }
  }

  /** One word for its plural: enough for the languages that form it so. */
  private static String stem(String term) {
    return term.length() > 4 && term.endsWith("s") ? term.substring(0, term.length() - 1) : term;
  }

  private static List<Risen> stories(List<Heard> rise) {
    return largest(
        rise.stream()
            .filter(p -> p.storyId() != null)
            .collect(
                Collectors.groupingBy(
                    p -> Objects.requireNonNull(p.storyId()), Collectors.counting())),
        2);
  }

  private static List<Risen> accounts(List<Heard> rise) {
    return rise.stream()
        .collect(
            Collectors.toMap(
                Heard::author,
                Function.identity(),
                (a, b) -> a.reach() >= b.reach() ? a : b,
                TreeMap::new))
        .values()
        .stream()
        .sorted(Comparator.comparingLong(p -> -p.reach()))
        .limit(MOST)
        .map(p -> new Risen(p.mentionId(), p.reach(), 0))
        .toList();
  }

  private List<Risen> shares(
      List<Heard> rise, Function<Heard, String> of, Function<String, String> rate) {
    return largest(
            rise.stream()
                .filter(p -> !of.apply(p).isEmpty())
                .collect(Collectors.groupingBy(of, Collectors.counting())),
            1)
        .stream()
        .map(
            r -> {
              double usual = rates.share(rate.apply(r.name()));
              double times = usual == 0 ? 0 : (double) r.posts() / rise.size() / usual;
              return new Risen(r.name(), r.posts(), rounded(times));
            })
        .toList();
  }

  private static List<Risen> largest(Map<String, Long> counts, long fewest) {
    return counts.entrySet().stream()
        .filter(e -> e.getValue() >= fewest)
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .map(e -> new Risen(e.getKey(), e.getValue(), 0))
        .toList();
  }

  static long authors(List<Heard> posts) {
    return posts.stream().mapToLong(Heard::author).distinct().count();
  }

  private static String counted(List<Heard> rise, double usual, long minutes) {
    long people = authors(rise);
    return String.format(
        Locale.ROOT,
        "%d %s by %d %s within %s, where %s usual.",
        rise.size(),
        rise.size() == 1 ? "post" : "posts",
        people,
        people == 1 ? "person" : "people",
        minutes >= 120 ? minutes / 60 + " hours" : minutes + " minutes",
        usual < 0.5
            ? "next to none are"
            : String.format(Locale.ROOT, usual < 1.5 ? "%.0f is" : "%.0f are", usual));
  }

  private static String said(List<Risen> terms, List<Risen> networks, Heard first) {
    String words =
        terms.isEmpty()
            ? "No word stands out"
            : "They say "
                + terms.stream()
                    .limit(4)
                    .map(t -> "“" + t.name() + "”")
                    .collect(Collectors.joining(", "));
    return words
        + ", mostly on "
        + (networks.isEmpty() ? first.network() : networks.get(0).name())
        + "; it began on "
        + first.network()
        + ".";
  }

  private static double rounded(double times) {
    return Math.round(times * 10) / 10.0;
  }
}
