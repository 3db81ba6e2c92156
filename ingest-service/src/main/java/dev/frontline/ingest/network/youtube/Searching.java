package dev.frontline.ingest.network.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Listened;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds videos that name us. A day holds a hundred searches, each page counts as one, and none is
 * left for the second time of asking: so all terms go into one search, twice an hour, and what was
 * used today stands in the cursor, where a restart finds it.
 */
final class Searching {

  static final int MOST_A_DAY = 100;
  private static final Duration EVERY = Duration.ofMinutes(30);

  /** So late a video may come to be found. */
  private static final Duration OVERLAP = Duration.ofHours(6);

  private static final String SINCE = "searchedSince";
  private static final String START = "searchStart";
  private static final String TOKEN = "searchToken";
  private static final String DAY = "searchDay";
  private static final String USED = "searches";

  private final Api api;

  Searching(Api api) {
    this.api = api;
  }

  /** What is searched for: as configured; the company's names where nothing else is read. */
  static List<String> terms(Opened opened) {
    if (opened.setting("query").isPresent()) {
      return opened.list("query");
    }
    return opened.setting("channels").isPresent() || opened.setting("videos").isPresent()
        ? List.of()
        : Listened.terms(opened);
  }

  static Cursor from(Cursor cursor, Instant moment) {
    return cursor.with(SINCE, moment.plus(OVERLAP));
  }

  static boolean begun(Cursor cursor) {
    return cursor.get(START).isPresent();
  }

  static boolean due(Opened opened, Cursor cursor) {
    Instant next = cursor.time(SINCE).orElse(Instant.EPOCH).plus(EVERY);
    return !terms(opened).isEmpty()
        && !next.isAfter(opened.now())
        && used(cursor, opened.now()) < MOST_A_DAY;
  }

  static Cursor begin(Cursor cursor, Instant now) {
    return cursor.with(START, now);
  }

  Page page(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    Instant now = opened.now();
    Instant start = cursor.time(START).orElse(now);
    Cursor ended = cursor.without(START, TOKEN);
    int used = used(cursor, now);
    if (used >= MOST_A_DAY) {
      return Page.nothing(ended);
    }
    JsonNode found;
    try {
      found = api.search(opened, query(opened, cursor, start));
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.BUSY && e.until().isPresent()) {
        // Somebody else used them up; comments have a bucket of their own.
        return Page.nothing(count(ended, now, MOST_A_DAY));
      }
      if (e.kind() == Fault.Kind.REFUSED && cursor.get(TOKEN).isPresent()) {
        return Page.nothing(ended);
      }
      throw e;
    }
    Page.Builder page = new Page.Builder();
    for (JsonNode item : found.path("items")) {
      Comment.video(item, now)
          .ifPresentOrElse(
              page::post,
              () -> page.unreadable(item.toString(), "a video without id, channel or time"));
    }
    String next = Nodes.text(found, "/nextPageToken");
    return next == null || found.path("items").isEmpty()
        ? page.end(count(ended, now, used + 1).with(SINCE, start))
        : page.more(count(cursor, now, used + 1).with(TOKEN, next));
  }

  private static Map<String, String> query(Opened opened, Cursor cursor, Instant start) {
    Instant since = cursor.time(SINCE).orElse(start).minus(OVERLAP);
    Map<String, String> query = new LinkedHashMap<>();
    query.put("part", "snippet");
    query.put("type", "video");
    query.put("order", "date");
    query.put("maxResults", "50");
    query.put("publishedAfter", since.truncatedTo(ChronoUnit.SECONDS).toString());
    query.put(
        "q",
        terms(opened).stream()
            .map(term -> "\"" + term.replace("\"", "") + "\"")
            .collect(Collectors.joining("|")));
    query.put("pageToken", cursor.get(TOKEN).orElse(""));
    return query;
  }

  private static int used(Cursor cursor, Instant now) {
    return cursor.get(DAY).filter(Api.day(now).toString()::equals).isPresent()
        ? (int) cursor.number(USED, 0)
        : 0;
  }

  private static Cursor count(Cursor cursor, Instant now, int used) {
    return cursor.with(DAY, Api.day(now).toString()).with(USED, used);
  }
}
