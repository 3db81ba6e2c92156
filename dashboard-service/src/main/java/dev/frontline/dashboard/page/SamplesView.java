package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Samples of what a query finds, with what a person said of them.
 *
 * @param words how many there may be, estimated
 * @param proposal the query without what is not meant; empty where nothing is proposed
 * @param terms words that it leaves out
 * @param left how many of those excluded it still finds
 */
public record SamplesView(
    String words, List<Sample> samples, String proposal, List<String> terms, int left) {

  static final SamplesView NONE = new SamplesView("", List.of(), "", List.of(), 0);

  private static final Map<String, String> WHYS =
      Map.of("not-us", "not us", "jobs", "jobs", "rival", "a rival");

  /**
   * A post.
   *
   * @param why {@code not-us}, {@code jobs}, {@code rival} or empty where it is meant
   */
  public record Sample(int place, String network, String text, String why) {

    /** Why it is not meant, in words. */
    public String whyInWords() {
      return WHYS.getOrDefault(why, "");
    }
  }

  static SamplesView of(JsonNode tried) {
    List<Sample> samples = new ArrayList<>();
    for (JsonNode s : tried.path("samples")) {
      samples.add(
          new Sample(samples.size(), s.path("network").asText(), s.path("text").asText(), ""));
    }
    return new SamplesView(tried.path("words").asText(), samples, "", List.of(), 0);
  }

  /** As a form sends them back. */
  static SamplesView of(
      @Nullable List<String> texts, @Nullable List<String> networks, @Nullable List<String> whys) {
    List<Sample> samples = new ArrayList<>();
    int count = texts == null ? 0 : texts.size();
    for (int i = 0; i < count; i++) {
      samples.add(new Sample(i, at(networks, i), at(texts, i), at(whys, i)));
    }
    return new SamplesView("", samples, "", List.of(), 0);
  }

  /**
   * With one of them marked.
   *
   * @param mark its place, a colon and why; without a reason it is meant after all
   */
  SamplesView marked(String mark) {
    int colon = mark.indexOf(':');
    List<Sample> marked = new ArrayList<>();
    for (Sample one : samples) {
      boolean meant = colon > 0 && mark.substring(0, colon).equals(String.valueOf(one.place()));
      String why = meant ? mark.substring(colon + 1) : one.why();
      marked.add(
          new Sample(one.place(), one.network(), one.text(), WHYS.containsKey(why) ? why : ""));
    }
    return new SamplesView(words, marked, "", List.of(), 0);
  }

  SamplesView proposed(JsonNode body) {
    List<String> terms = new ArrayList<>();
    body.path("terms").forEach(term -> terms.add(term.asText()));
    return new SamplesView(
        words, samples, body.path("text").asText(), terms, body.path("left").size());
  }

  List<Sample> excluded() {
    return samples.stream().filter(one -> !one.why().isEmpty()).toList();
  }

  List<Sample> kept() {
    return samples.stream().filter(one -> one.why().isEmpty()).toList();
  }

  private static String at(@Nullable List<String> all, int i) {
    return all == null || i >= all.size() ? "" : all.get(i);
  }
}
