package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Networks that can be asked for what a query would find, and what those told that were.
 *
 * @param free names of sources that can be asked for nothing; empty where there are none
 * @param paid names of those that charge and were not asked yet, each with the most that it costs
 * @param unable sources that cannot be asked, each with why
 * @param words what of the query they are not asked for; empty where they are asked for all of it
 */
public record AskedView(
    String free, String paid, List<String> unable, String words, List<Network> asked) {

  /** One that was asked. */
  public record Network(String words, boolean trouble, List<TriedView.Shown> samples) {}

  static AskedView of(JsonNode search) {
    List<JsonNode> offers = new ArrayList<>();
    search.path("offers").forEach(offers::add);
    List<String> unable = new ArrayList<>();
    search
        .path("unable")
        .forEach(one -> unable.add(one.path("source").asText() + ": " + one.path("why").asText()));
    List<Network> asked = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (JsonNode one : search.path("asked")) {
      told.add(one.path("source").asText());
      asked.add(
          new Network(
              one.path("words").asText(),
              one.has("trouble"),
              TriedView.samples(one.path("samples"))));
    }
    return new AskedView(
        offers.stream()
            .filter(offer -> offer.path("costUpTo").asDouble() == 0)
            .map(offer -> offer.path("source").asText())
            .collect(Collectors.joining(", ")),
        offers.stream()
            .filter(offer -> offer.path("costUpTo").asDouble() > 0)
            .filter(offer -> !told.contains(offer.path("source").asText()))
            .map(AskedView::priced)
            .collect(Collectors.joining(", ")),
        unable,
        search.path("words").asText(),
        asked);
  }

  private static String priced(JsonNode offer) {
    return String.format(
        Locale.ROOT,
        "%s (up to $%.2f)",
        offer.path("source").asText(),
        offer.path("costUpTo").asDouble());
  }
}
