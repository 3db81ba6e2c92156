package dev.frontline.ingest.query;

import dev.frontline.ingest.listening.SearchTerms;
import dev.frontline.ingest.post.Post;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What asking the networks brought, and which of them could be asked, for the interface. */
final class SearchReport {

  private static final int SHOWN = 10;

  private SearchReport() {}

  /**
   * One network that was asked, after its posts were looked at here.
   *
   * @param found those that the query meets
   * @param heard ids of those found that had been heard anyway
   */
  record Judged(AskedNetwork network, List<Post.Content> found, Set<String> heard) {}

  /** {@code {offers[], unable[], for[], leftOut[], words, asked[]}}. */
  static Map<String, Object> of(SearchTerms terms, List<SearchOffer> offers, List<Judged> asked) {
    boolean askable = !terms.anyOf().isEmpty();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put(
        "offers",
        offers.stream()
            .filter(offer -> askable && offer.lacks() == null)
            .map(offer -> of(offer, "costUpTo", offer.costUpTo()))
            .toList());
    told.put(
        "unable",
        offers.stream()
            .filter(offer -> !askable || offer.lacks() != null)
            .map(
                offer ->
                    of(
                        offer,
                        "why",
                        offer.lacks() != null
                            ? offer.lacks()
                            : "the query holds no whole word to ask for"))
            .toList());
    told.put("for", terms.anyOf());
    told.put("leftOut", terms.leftOut());
    told.put("words", words(terms));
    told.put("asked", asked.stream().map(SearchReport::of).toList());
    return told;
  }

  private static Map<String, Object> of(SearchOffer offer, String field, Object value) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("source", offer.source());
    told.put("network", offer.network());
    told.put(field, value);
    return told;
  }

  /** What networks are asked for, and what of the query that leaves out. */
  private static String words(SearchTerms terms) {
    List<String> some = new ArrayList<>();
    int lists = terms.anyOf().size();
    if (lists > NetworkSearch.MOST_ASKED) {
      some.add(
          "of "
              + lists
              + " sets of words the first "
              + NetworkSearch.MOST_ASKED
              + " are asked for, of networks that charge the first 2");
    }
    if (!terms.leftOut().isEmpty()) {
      some.add("not asked for: " + String.join(", ", terms.leftOut()));
    }
    return String.join("; ", some);
  }

  private static Map<String, Object> of(Judged judged) {
    AskedNetwork network = judged.network();
    int read = network.posts().size();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("source", network.offer().source());
    told.put("network", network.offer().network());
    told.put("read", read);
    told.put("found", judged.found().size());
    told.put("heard", judged.heard().size());
    told.put("more", network.more());
    told.put("costUpTo", network.offer().costUpTo());
    told.put("words", words(judged, read, network.trouble()));
    if (network.trouble() != null) {
      told.put("trouble", network.trouble());
    }
    told.put(
        "samples",
        judged.found().stream()
            .limit(SHOWN)
            .map(post -> DryRun.shown(post.network(), post.text(), "asked"))
            .toList());
    return told;
  }

  private static String words(Judged judged, int read, @Nullable String trouble) {
    AskedNetwork network = judged.network();
    String asking = "asking " + network.offer().source();
    if (read == 0 && trouble != null) {
      return asking + " brought nothing: " + trouble;
    }
    String words =
        "found by %s: %d of %d posts matched".formatted(asking, judged.found().size(), read);
    if (!judged.heard().isEmpty()) {
      words += ", " + judged.heard().size() + " of them heard before";
    }
    if (network.more()) {
      words += "; there are more";
    }
    return trouble == null ? words : words + "; then: " + trouble;
  }
}
