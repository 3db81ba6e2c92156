package dev.frontline.ingest.network.hackernews;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Gap;
import dev.frontline.ingest.source.Listened;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.SearchingSource;
import dev.frontline.ingest.source.Sought;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hacker News (hn.algolia.com/api, github.com/HackerNews/API). Every term is searched for in the
 * window since the last reading; a query tells a thousand hits at most, so a window with more is
 * halved until it does not. Then the items that changed lately are looked at for those that are
 * gone.
 */
@ApplicationScoped
class HackerNews implements PollSource, SearchingSource {

  private static final String SEARCH = "https://hn.algolia.com";
  private static final String ITEMS = "https://hacker-news.firebaseio.com";
  private static final int MOST_HITS = 1000;
  private static final int MOST_LOOKED_AT = 100;
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  /** The reading's lower bound; between readings only this stands in the cursor. */
  private static final String SINCE = "since";

  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final String TERM = "term";
  private static final String PAGE = "page";

  private static final Traits TRAITS =
      new Traits(
          "hackernews",
          "the second up to which was searched",
          OVERLAP,
          Deletion.SWEEP,
          9_000,
          Duration.ofHours(1),
          Duration.ofMinutes(2),
          0,
          Replies.THERE,
          0,
          null,
          Terms.FREE);

  @Override
  public String kind() {
    return "hackernews";
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public Cursor from(Instant moment) {
    return Cursor.START.with(SINCE, moment.plus(OVERLAP).getEpochSecond());
  }

  @Override
  public Page read(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    List<String> terms =
        opened.setting("query").isPresent() ? opened.list("query") : Listened.terms(opened);
    long now = opened.now().getEpochSecond();
    long from = cursor.number(FROM, cursor.number(SINCE, now) - OVERLAP.toSeconds());
    long until = cursor.number(UNTIL, now);
    int term = (int) cursor.number(TERM, 0);
    if (term < terms.size()) {
      return search(opened, terms.get(term), new Window(from, until, term, cursor.number(PAGE, 0)));
    }
    if (until < now && cursor.get(UNTIL).isPresent()) {
      return new Page.Builder().more(Cursor.START.with(FROM, until).with(UNTIL, now));
    }
    return lookAtChanged(opened, Cursor.START.with(SINCE, until));
  }

  /** What is asked for: seconds since 1970, {@code from} excluded. */
  private record Window(long from, long until, int term, long page) {
    Cursor cursor() {
      return Cursor.START.with(FROM, from).with(UNTIL, until).with(TERM, term).with(PAGE, page);
    }
  }

  private static Page search(Opened opened, String term, Window window)
      throws Fault, InterruptedException {
    String span = "created_at_i>" + window.from() + ",created_at_i<=" + window.until();
    JsonNode found =
        hits(opened, "\"" + term.replace("\"", "") + "\"", span, MOST_HITS, window.page());
    Page.Builder page = new Page.Builder();
    if (found.path("nbHits").asLong() > MOST_HITS) {
      long half = window.from() + (window.until() - window.from()) / 2;
      if (half > window.from()) {
        return page.more(new Window(window.from(), half, window.term(), 0).cursor());
      }
      page.gap(
          new Gap(
              Instant.ofEpochSecond(window.from()),
              Instant.ofEpochSecond(window.until()),
              "more than 1,000 posts in one second: the search tells no more"));
    }
    put(found, opened.now(), page);
    boolean another = window.page() + 1 < found.path("nbPages").asLong();
    Window next =
        another
            ? new Window(window.from(), window.until(), window.term(), window.page() + 1)
            : new Window(window.from(), window.until(), window.term() + 1, 0);
    return page.more(next.cursor());
  }

  @Override
  public Page search(Opened opened, Sought sought) throws Fault, InterruptedException {
    String span = "created_at_i>" + sought.since().getEpochSecond();
    Page.Builder page = new Page.Builder();
    put(hits(opened, sought.quoted(), span, sought.most(), 0), opened.now(), page);
    return page.end(Cursor.START);
  }

  private static JsonNode hits(Opened opened, String query, String span, int most, long page)
      throws Fault, InterruptedException {
    Answer answer =
        opened.ask(
            Ask.get(
                opened.at(SEARCH, "/api/v1/search_by_date"),
                Map.of(
                    "query",
                    query,
                    "tags",
                    "(story,comment)",
                    "advancedSyntax",
                    "true",
                    "numericFilters",
                    span,
                    "hitsPerPage",
                    String.valueOf(most),
                    "page",
                    String.valueOf(page))));
    JsonNode found = answer.json();
    if (!found.path("hits").isArray()) {
      throw Fault.broken("its answer holds no hits", answer.body());
    }
    return found;
  }

  private static void put(JsonNode found, Instant now, Page.Builder page) {
    for (JsonNode hit : found.path("hits")) {
      Hit.post(hit, now)
          .ifPresentOrElse(
              page::post,
              () -> page.unreadable(hit.toString(), "a hit without id, author or time"));
    }
  }

  /** The search only drops what was deleted; the items tell. */
  private static Page lookAtChanged(Opened opened, Cursor next) throws Fault, InterruptedException {
    String items = opened.setting("items", ITEMS);
    JsonNode updates = opened.ask(Ask.get(URI.create(items + "/v0/updates.json"))).json();
    Map<String, Long> changed = new HashMap<>();
    updates.path("items").forEach(id -> changed.put("hackernews:" + id.asLong(), id.asLong()));
    Page.Builder page = new Page.Builder();
    int lookedAt = 0;
    for (String id : opened.memory().known(changed.keySet())) {
      if (lookedAt++ == MOST_LOOKED_AT) {
        break;
      }
      String address = items + "/v0/item/" + changed.get(id) + ".json";
      JsonNode item = opened.ask(Ask.get(URI.create(address))).json();
      if (item.isNull() || item.path("deleted").asBoolean() || item.path("dead").asBoolean()) {
        page.post(new Post.Deleted(id, opened.now()));
      }
    }
    return page.end(next);
  }
}
