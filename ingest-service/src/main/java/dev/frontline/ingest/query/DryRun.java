package dev.frontline.ingest.query;

import static java.util.Locale.ROOT;

import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.listening.ListeningQuery;
import dev.frontline.ingest.listening.StoredQueries;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.sample.Sample;
import dev.frontline.ingest.sample.SampledPost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tries a query on the sample of all that was read, and on what was heard in the last two days. */
@ApplicationScoped
class DryRun {

  private static final int SHOWN = 20;
  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final int MOST_COMPARED = 5_000;
  private static final int LONGEST_SHOWN = 500;
  private static final double DAY = Duration.ofDays(1).toSeconds();
  private static final Duration LONGEST = Duration.ofDays(7);

  /** In days: less than an hour says nothing of a day. */
  private static final double SHORTEST = 1 / 24.0;

  private final Sample sample;
  private final HeardLately heardLately;
  private final Clock clock;
  private final double minutesAPost;

  /**
   * @param minutesAPost of an agent's time, what a post costs
   */
  @Inject
  DryRun(
      Sample sample,
      HeardLately heardLately,
      Clock clock,
      @ConfigProperty(name = "frontline.minutes-a-post", defaultValue = "4") double minutesAPost) {
    this.sample = sample;
    this.heardLately = heardLately;
    this.clock = clock;
    this.minutesAPost = minutesAPost;
  }

  /** {@code {words, sampled, perDay{mean, low, high}, …}}, see the public interface's docs. */
  Map<String, Object> of(String text) {
    List<SampledPost> sampled = sample.latest();
    List<Post.Content> heard = heardLately.posts();
    List<SampledPost> found = new ArrayList<>();
    List<Post.Content> alreadyHeard = new ArrayList<>();
    try (StoredQueries one =
        new StoredQueries(List.of(new ListeningQuery("tried", Match.Kind.TOPIC, "tried", text)))) {
      List<List<Match>> inSample = one.of(sampled.stream().map(SampledPost::content).toList());
      for (int i = 0; i < sampled.size(); i++) {
        if (!inSample.get(i).isEmpty()) {
          found.add(sampled.get(i));
        }
      }
      List<List<Match>> inHeard = one.of(heard);
      for (int i = 0; i < heard.size(); i++) {
        if (!inHeard.get(i).isEmpty()) {
          alreadyHeard.add(heard.get(i));
        }
      }
    }
    return told(sampled, found, heard, alreadyHeard);
  }

  /** Texts of anything that was read. */
  List<String> any() {
    return sample.latest().stream().limit(MOST_COMPARED).map(SampledPost::text).toList();
  }

  private Map<String, Object> told(
      List<SampledPost> sampled,
      List<SampledPost> found,
      List<Post.Content> heard,
      List<Post.Content> alreadyHeard) {
    Map<String, Double> spans = spans(sampled);
    double days = spans.values().stream().mapToDouble(d -> d).max().orElse(SHORTEST);
    Estimate perDay = perDay(found, spans);
    Map<String, Integer> networks = new TreeMap<>();
    Map<String, Integer> languages = new TreeMap<>();
    for (SampledPost post : found) {
      networks.merge(post.network(), 1, Integer::sum);
      languages.merge(post.lang() == null ? "unknown" : post.lang(), 1, Integer::sum);
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("words", words(sampled.size(), days, perDay));
    told.put("sampled", sampled.size());
    told.put("found", found.size());
    told.put("days", Math.round(days * 100) / 100.0);
    told.put("perDay", perDay);
    told.put("minutesPerDay", perDay.mean() * minutesAPost);
    told.put("networks", networks);
    told.put("languages", languages);
    told.put("heard", heard.size());
    told.put("heardFound", alreadyHeard.size());
    told.put("samples", samples(found, alreadyHeard));
    return told;
  }

  /** Each network by its own span: one may be looked back over while another is heard live. */
  private Estimate perDay(List<SampledPost> found, Map<String, Double> spans) {
    if (sample.rate() == 0) {
      return Estimate.of(0, 0);
    }
    Instant since = clock.instant().minus(LONGEST);
    Map<String, Long> counts =
        found.stream()
            .filter(post -> !post.said().isBefore(since))
            .collect(Collectors.groupingBy(SampledPost::network, Collectors.counting()));
    return Estimate.sum(
        spans.entrySet().stream()
            .map(
                span ->
                    new Estimate.Part(
                        counts.getOrDefault(span.getKey(), 0L),
                        1 / sample.rate() / span.getValue()))
            .toList());
  }

  /** Days since the first post of the last week that was sampled from a network, by network. */
  private Map<String, Double> spans(List<SampledPost> sampled) {
    Instant now = clock.instant();
    Map<String, Double> spans = new TreeMap<>();
    for (SampledPost post : sampled) {
      double days = Duration.between(post.said(), now).toSeconds() / DAY;
      double within = Math.max(SHORTEST, Math.min(LONGEST.toDays(), days));
      spans.merge(post.network(), within, Math::max);
    }
    return spans;
  }

  private static String words(int sampled, double days, Estimate perDay) {
    if (sampled == 0) {
      return "nothing was sampled yet: let it listen for a while, then try again";
    }
    return "about %d a day (between %d and %d), estimated from %s of %s"
        .formatted(
            Math.round(perDay.mean()),
            Math.round(perDay.low()),
            Math.round(perDay.high()),
            many(sampled, "sampled post"),
            days < 2 ? many(Math.round(days * 24), "hour") : many(Math.round(days), "day"));
  }

  private static String many(long n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  /** Copies that differ by a number or a link come last: one is enough to judge a query by. */
  private static List<Map<String, Object>> samples(
      List<SampledPost> found, List<Post.Content> alreadyHeard) {
    List<Map<String, Object>> all = new ArrayList<>();
    found.forEach(post -> all.add(shown(post.network(), post.text(), "sample")));
    alreadyHeard.forEach(post -> all.add(shown(post.network(), post.text(), "heard")));
    Set<String> seen = new HashSet<>();
    Map<Boolean, List<Map<String, Object>>> isNew =
        all.stream()
            .collect(
                Collectors.partitioningBy(one -> seen.add(likeness((String) one.get("text")))));
    return Stream.concat(isNew.get(true).stream(), isNew.get(false).stream()).limit(SHOWN).toList();
  }

  /** What is left of a text without its links, numbers, marks and capitals. */
  static String likeness(String text) {
    return NOT_LETTERS.matcher(LINK.matcher(text).replaceAll("")).replaceAll("").toLowerCase(ROOT);
  }

  private static Map<String, Object> shown(String network, String text, String from) {
    return Map.of(
        "network",
        network,
        "text",
        text.substring(0, Math.min(LONGEST_SHOWN, text.length())),
        "from",
        from);
  }
}
