package dev.frontline.ingest.network.stackexchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Listened;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.RecheckedSource;
import dev.frontline.ingest.source.SearchingSource;
import dev.frontline.ingest.source.Sought;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Questions on a site of Stack Exchange (api.stackexchange.com/docs, version 2.3): each word and
 * each tag is searched for over the same span of time, oldest first. Edits and deletions are
 * learned by looking questions up again, a hundred at once.
 */
@ApplicationScoped
class StackExchange implements RecheckedSource, SearchingSource {

  private static final Duration OVERLAP = Duration.ofMinutes(10);
  private static final int PAGE = 100;

  /** Deeper pages are for applications with a key; the span is begun anew before. */
  private static final int MOST_PAGES = 20;

  private static final String SINCE = "since";
  private static final String START = "start";
  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final String LIST = "list";
  private static final String NUMBER = "page";

  private static final Traits TRAITS =
      new Traits(
          "stackexchange",
          "the second up to which was searched",
          OVERLAP,
          Deletion.SWEEP,
          10_000,
          Duration.ofDays(1),
          Duration.ofMinutes(15),
          0,
          Replies.THERE,
          0,
          null,
          Terms.FREE);

  @Override
  public String kind() {
    return "stackexchange";
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public Cursor from(Instant moment) {
    return Cursor.START.with(SINCE, moment.plus(OVERLAP));
  }

  @Override
  public Page read(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    Instant now = opened.now();
    Instant from = cursor.time(FROM).orElse(cursor.time(SINCE).orElse(now).minus(OVERLAP));
    Instant until = cursor.time(UNTIL).orElse(now);
    List<Map<String, String>> lists = lists(opened);
    int list = (int) cursor.number(LIST, 0);
    if (list >= lists.size()) {
      return Page.nothing(Cursor.START.with(SINCE, until));
    }
    long number = cursor.number(NUMBER, 1);
    Map<String, String> query = new HashMap<>(lists.get(list));
    query.put("sort", "creation");
    query.put("order", "asc");
    query.put("fromdate", String.valueOf(from.getEpochSecond()));
    query.put("todate", String.valueOf(until.getEpochSecond()));
    query.put("page", String.valueOf(number));
    JsonNode found = Api.ask(opened, "/search/advanced", query);
    Page.Builder page = new Page.Builder();
    Instant last = from;
    for (JsonNode item : found.path("items")) {
      Question.put(opened, item, page);
      last = Nodes.epoch(item, "/creation_date").orElse(last);
    }
    Instant start = cursor.time(START).orElse(from);
    Cursor next = Cursor.START.with(UNTIL, until).with(START, start);
    if (!found.path("has_more").asBoolean()) {
      return page.more(next.with(FROM, start).with(LIST, list + 1L));
    }
    return number < MOST_PAGES || !last.isAfter(from)
        ? page.more(next.with(FROM, from).with(LIST, list).with(NUMBER, number + 1))
        : page.more(next.with(FROM, last).with(LIST, list));
  }

  /** What is asked for, one after the other. */
  private static List<Map<String, String>> lists(Opened opened) {
    List<Map<String, String>> lists = new ArrayList<>();
    opened.list("tags").forEach(tag -> lists.add(Map.of("tagged", tag)));
    List<String> words = opened.list("query");
    if (words.isEmpty() && lists.isEmpty()) {
      words = Listened.terms(opened);
    }
    words.forEach(word -> lists.add(Map.of("q", "\"" + word.replace("\"", "") + "\"")));
    return lists;
  }

  @Override
  public Page search(Opened opened, Sought sought) throws Fault, InterruptedException {
    JsonNode found =
        Api.ask(
            opened,
            "/search/advanced",
            Map.of(
                "q",
                sought.quoted(),
                "sort",
                "creation",
                "order",
                "desc",
                "fromdate",
                String.valueOf(sought.since().getEpochSecond())));
    Page.Builder page = new Page.Builder();
    found.path("items").forEach(item -> Question.put(opened, item, page));
    return page.end(Cursor.START);
  }

  @Override
  public int mostRechecked() {
    return PAGE;
  }

  @Override
  public Page recheck(Opened opened, List<String> mentionIds) throws Fault, InterruptedException {
    String ids =
        mentionIds.stream()
            .map(id -> id.substring(id.lastIndexOf('/') + 1))
            .collect(Collectors.joining(";"));
    JsonNode found = Api.ask(opened, "/questions/" + ids, Map.of());
    Map<String, JsonNode> there = new HashMap<>();
    found.path("items").forEach(item -> there.put(Question.mentionId(opened, item), item));
    Page.Builder page = new Page.Builder();
    for (String id : mentionIds) {
      JsonNode item = there.get(id);
      if (item == null) {
        page.post(new Post.Deleted(id, opened.now()));
      } else if (item.has("last_edit_date")) {
        Question.put(opened, item, page);
      }
    }
    return page.end(Cursor.START);
  }
}
