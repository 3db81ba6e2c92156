package dev.frontline.ingest.network.x;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Gap;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.Sought;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recent search ({@code GET /2/tweets/search/recent}), newest first, over one span of time for all
 * queries; a page's price is set aside before it is asked for. It goes back seven days.
 */
final class Search {

  /** Read again each time, for what is found late; X does not charge twice for it on one day. */
  static final Duration OVERLAP = Duration.ofMinutes(2);

  private static final Duration BACK = Duration.ofDays(7).minusMinutes(1);

  /** So long a reading may last that begins at the oldest there is. */
  private static final Duration MARGIN = Duration.ofMinutes(30);

  /** The search refuses what is younger than ten seconds. */
  private static final Duration YOUNGEST = Duration.ofSeconds(15);

  private static final int LONGEST_QUERY = 512;
  private static final String END = " -is:retweet";
  private static final int MOST = 100;
  private static final int LEAST = 10;

  static final String SINCE = "since";
  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final String QUERY = "query";
  private static final String TOKEN = "token";

  private Search() {}

  static Cursor from(Instant moment) {
    return Cursor.START.with(SINCE, moment.plus(OVERLAP));
  }

  static Page page(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    Instant now = opened.now();
    if (cursor.get(SINCE).isEmpty() && cursor.get(FROM).isEmpty()) {
      // Where it began is stored before anything is asked: what fails is read from there later.
      return new Page.Builder().more(Cursor.START.with(SINCE, now));
    }
    List<String> queries = Queries.of(opened, LONGEST_QUERY);
    Instant until = cursor.time(UNTIL).orElse(now.minus(YOUNGEST));
    Instant from = cursor.time(FROM).orElse(cursor.time(SINCE).orElse(now).minus(OVERLAP));
    if (from.isBefore(now.minus(BACK))) {
      Instant oldest = now.minus(BACK).plus(MARGIN);
      return new Page.Builder()
          .gap(new Gap(from, oldest, "X's search goes back seven days"))
          .more(Cursor.START.with(FROM, oldest).with(UNTIL, now.minus(YOUNGEST)));
    }
    int query = (int) cursor.number(QUERY, 0);
    if (query >= queries.size() || !from.isBefore(until)) {
      return Page.nothing(Cursor.START.with(SINCE, later(until, from)));
    }
    Page.Builder page = new Page.Builder();
    Cursor next = Cursor.START.with(FROM, from).with(UNTIL, until);
    long most = affordable(opened);
    Ask ask = ask(opened, queries.get(query), from, until, most, cursor);
    JsonNode found;
    try {
      found = paid(opened, ask, most * Posts.most(opened));
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.REFUSED && cursor.get(TOKEN).isPresent()) {
        return page.more(next.with(QUERY, query));
      }
      throw e;
    }
    Posts.put(opened, found, page);
    String token = Nodes.text(found, "/meta/next_token");
    return page.more(
        token == null ? next.with(QUERY, query + 1L) : next.with(QUERY, query).with(TOKEN, token));
  }

  /** One page for a person who tries a query, paid for as any. */
  static Page once(Opened opened, Sought sought) throws Fault, InterruptedException {
    Instant until = opened.now().minus(YOUNGEST);
    Instant from = later(sought.since(), opened.now().minus(BACK).plus(MARGIN));
    String words = sought.quoted();
    String query = words.substring(0, Math.min(LONGEST_QUERY - END.length(), words.length())) + END;
    long most = Math.min(affordable(opened), Math.max(LEAST, sought.most()));
    Ask ask = ask(opened, query, from, until, most, Cursor.START);
    Page.Builder page = new Page.Builder();
    Posts.put(opened, paid(opened, ask, most * Posts.most(opened)), page);
    return page.end(Cursor.START);
  }

  private static Ask ask(
      Opened opened, String query, Instant from, Instant until, long most, Cursor cursor)
      throws Fault {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("query", query);
    parameters.put("since_id", String.valueOf(Ids.at(from)));
    parameters.put("end_time", until.truncatedTo(ChronoUnit.SECONDS).toString());
    parameters.put("max_results", String.valueOf(most));
    parameters.put("next_token", cursor.get(TOKEN).orElse(""));
    parameters.putAll(Posts.fields(opened));
    return Ask.get(opened.at(X.API, "/2/tweets/search/recent"), parameters).bearer(X.token(opened));
  }

  /** A cap that is nearly reached allows a smaller page. */
  private static long affordable(Opened opened) {
    return Math.max(LEAST, Math.min(MOST, opened.purse().left() / Posts.most(opened)));
  }

  /**
   * What failed is asked again, and is charged for then; what came broken may have been charged.
   */
  private static JsonNode paid(Opened opened, Ask ask, long most)
      throws Fault, InterruptedException {
    opened.purse().reserve(most);
    Answer answer;
    try {
      answer = opened.ask(ask);
    } catch (Fault e) {
      opened.purse().settle(most, 0);
      throw e;
    }
    JsonNode found = answer.json();
    if (!found.path("meta").isObject()) {
      throw Fault.broken("its answer says nothing of what it found", answer.body());
    }
    opened.purse().settle(most, Posts.cost(opened, found));
    return found;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
