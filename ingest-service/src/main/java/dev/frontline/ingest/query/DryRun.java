package dev.frontline.ingest.query;

import static java.util.Locale.ROOT;

import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.erasure.ErasedAuthors;
import dev.frontline.ingest.listening.ListeningQuery;
import dev.frontline.ingest.listening.SearchTerms;
import dev.frontline.ingest.listening.StoredQueries;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.sample.Sample;
import dev.frontline.ingest.sample.SampledPost;
import dev.frontline.ingest.source.Memory;
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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tries a query on the sample of all that was read, on what was heard in the last two days, and
 * where a person asks for it on what the networks themselves find.
 */
@ApplicationScoped
class DryRun {

  private static final int SHOWN = 20;
  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final int MOST_COMPARED = 5_000;
  private static final int LONGEST_SHOWN = 500;
  private static final double DAY = Duration.ofDays(1).toSeconds();
  private static final Duration LONGEST = Duration.ofDays(7);

  /** In days, see {@link HeardLately}. */
  private static final double HEARD_DAYS = 2;

  /** In days: less than an hour says nothing of a day. */
  private static final double SHORTEST = 1 / 24.0;

  private final Sample sample;
  private final HeardLately heardLately;
  private final NetworkSearch networks;
  private final ErasedAuthors erased;
  private final Memory memory;
  private final Clock clock;
  private final double minutesAPost;

  /**
   * @param minutesAPost of an agent's time, what a post costs
   */
  @Inject
  DryRun(
      Sample sample,
      HeardLately heardLately,
      NetworkSearch networks,
      ErasedAuthors erased,
      Memory memory,
      Clock clock,
      @ConfigProperty(name = "frontline.minutes-a-post", defaultValue = "4") double minutesAPost) {
    this.sample = sample;
    this.heardLately = heardLately;
    this.networks = networks;
    this.erased = erased;
    this.memory = memory;
    this.clock = clock;
    this.minutesAPost = minutesAPost;
  }

  /** Whether networks are asked as well, those that charge among them. */
  enum Asking {
    NONE,
    FREE,
    ALL
  }

  /**
   * {@code {words, sampled, perDay{mean, low, high}, …, search}}, see the public interface's docs.
   */
  Map<String, Object> of(String text, SearchTerms terms, Asking wanted) {
    List<SearchOffer> offers = networks.offers();
    NetworkSearch.Asking asking =
        networks.begin(
            wanted == Asking.NONE || terms.anyOf().isEmpty() ? List.of() : offers,
            terms.anyOf(),
            clock.instant().minus(LONGEST),
            wanted == Asking.ALL);
    List<SampledPost> sampled = sample.latest();
    List<Post.Content> heard = heardLately.posts();
    try (StoredQueries one =
        new StoredQueries(List.of(new ListeningQuery("tried", Match.Kind.TOPIC, "tried", text)))) {
      List<SampledPost> found = met(one, sampled, SampledPost::content);
      List<Post.Content> alreadyHeard = met(one, heard, post -> post);
      List<SearchReport.Judged> asked =
          asking.told().stream().map(network -> judged(network, one)).toList();
      Map<String, Object> told = told(sampled, found, heard, alreadyHeard);
      told.put("search", SearchReport.of(terms, offers, asked));
      return told;
    }
  }

  private static <P> List<P> met(
      StoredQueries one, List<P> posts, Function<P, Post.Content> content) {
    List<List<Match>> matches = one.of(posts.stream().map(content).toList());
    List<P> met = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      if (!matches.get(i).isEmpty()) {
        met.add(posts.get(i));
      }
    }
    return met;
  }

  /** Authors who asked to be forgotten are not shown either. */
  private SearchReport.Judged judged(AskedNetwork network, StoredQueries one) {
    List<Post.Content> found = met(one, network.posts(), post -> post);
    Set<String> gone = erased.among(found.stream().map(DryRun::author).toList());
    List<Post.Content> shown = found.stream().filter(post -> !gone.contains(author(post))).toList();
    return new SearchReport.Judged(
        network, shown, memory.known(shown.stream().map(Post.Content::id).toList()));
  }

  private static String author(Post.Content post) {
    return post.network() + ":" + post.author().id();
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
    Estimate perDay = perDay(found, spans).atLeast(alreadyHeard.size() / HEARD_DAYS);
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

  /** A post as samples show it; never half a character. */
  static Map<String, Object> shown(String network, String text, String from) {
    return Map.of("network", network, "text", shortened(text), "from", from);
  }

  private static String shortened(String text) {
    int end = Math.min(LONGEST_SHOWN, text.length());
    boolean half = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, half ? end - 1 : end);
  }
}
