package dev.frontline.ingest.network.appstore;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.review.Review;
import dev.frontline.ingest.review.ReviewSource;
import dev.frontline.ingest.source.Gap;
import dev.frontline.ingest.source.NewestFirst.Told;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The feed of reviews that every country's store has, without a key and without a promise: it is
 * undocumented, tells 500 at most, some a day late, and now and then none. Its only time moves with
 * every change of a review.
 */
@ApplicationScoped
class AppStoreFeed implements ReviewSource {

  static final String NETWORK = "appstore";
  private static final String ADDRESS = "https://itunes.apple.com";
  private static final Duration OVERLAP = Duration.ofDays(3);
  private static final int MOST_PAGES = 10;

  private static final Traits TRAITS =
      new Traits(
          NETWORK,
          "where the last whole reading began",
          OVERLAP,
          Deletion.NONE,
          300,
          Duration.ofHours(1),
          Duration.ofHours(1),
          0,
          Replies.THERE,
          0,
          null,
          Terms.FREE);

  @Override
  public String kind() {
    return "appstore";
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public List<String> places(Opened opened) {
    return opened.setting("countries").isPresent() ? opened.list("countries") : List.of("us");
  }

  @Override
  public Told reviews(
      Opened opened, String country, @Nullable String token, Instant bound, Page.Builder page)
      throws Fault, InterruptedException {
    String app = Ask.encode(opened.setting("app", ""));
    String store = Ask.encode(country.toLowerCase(Locale.ROOT));
    int number = token == null ? 1 : Integer.parseInt(token);
    String path =
        "/"
            + store
            + "/rss/customerreviews/page="
            + number
            + "/id="
            + app
            + "/sortby=mostrecent/json";
    Answer answer = opened.ask(Ask.get(opened.at(ADDRESS, path)));
    JsonNode feed = answer.json().path("feed");
    if (!feed.isObject()) {
      throw Fault.broken("its answer is no feed", answer.body());
    }
    // One entry stands alone, several in an array, none not at all.
    JsonNode entries = feed.path("entry");
    List<JsonNode> listed = new ArrayList<>();
    for (JsonNode entry : entries.isArray() ? entries : List.of(entries)) {
      // The app itself may stand among its reviews; it has no rating.
      if (entry.isObject() && !entry.has("im:artist")) {
        listed.add(entry);
      }
    }
    Instant oldest = put(opened, listed, entry -> review(entry, store, app), page);
    boolean any = !listed.isEmpty();
    if (any && number < MOST_PAGES) {
      return new Told(String.valueOf(number + 1), oldest);
    }
    if (any && oldest != null && !oldest.isBefore(bound)) {
      page.gap(
          new Gap(bound, oldest, "the feed of the store " + store + " tells 500 reviews alone"));
    }
    return Told.ALL;
  }

  private static Optional<Review> review(JsonNode entry, String store, String app) {
    String id = Nodes.text(entry, "/id/label");
    Optional<Instant> at = Nodes.time(entry, "/updated/label");
    int stars = number(Nodes.textOr(entry, "/im:rating/label", ""));
    if (id == null || id.isBlank() || at.isEmpty() || stars == 0) {
      return Optional.empty();
    }
    String author = Nodes.textOr(entry, "/author/uri/label", "");
    return Optional.of(
        new Review(
            NETWORK,
            id,
            author.replaceAll(".*/id", ""),
            Nodes.text(entry, "/author/name/label"),
            stars,
            Nodes.textOr(entry, "/title/label", ""),
            Nodes.textOr(entry, "/content/label", ""),
            null,
            at.get(),
            at.get(),
            "https://apps.apple.com/" + store + "/app/id" + app + "?see-all=reviews",
            0,
            null));
  }

  private static int number(String text) {
    return text.matches("[1-5]") ? Integer.parseInt(text) : 0;
  }
}
