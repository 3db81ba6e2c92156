package dev.frontline.ingest.network.hackernews;

import dev.frontline.ingest.reading.Served.Asked;
import dev.frontline.ingest.reading.Served.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hacker News with five posts a second, of which a search tells the newest thousand. */
final class Search {

  private static final int A_SECOND = 5;
  private static final int MOST = 1_000;
  private static final Pattern WINDOW = Pattern.compile("created_at_i>(\\d+),created_at_i<=(\\d+)");

  private final int posts;
  private final Instant from;

  Search(int posts, Instant from) {
    this.posts = posts;
    this.from = from;
  }

  Reply answer(Asked asked) {
    if (asked.path().endsWith("/updates.json")) {
      return Reply.json("{\"items\":[]}");
    }
    Matcher window = WINDOW.matcher(asked.query().get("numericFilters"));
    if (!window.matches()) {
      return Reply.status(400);
    }
    List<String> hits = new ArrayList<>();
    for (int i = posts - 1; i >= 0; i--) {
      long at = from.getEpochSecond() + i / A_SECOND;
      if (at > Long.parseLong(window.group(1)) && at <= Long.parseLong(window.group(2))) {
        hits.add(HackerNewsTest.comment(i, Instant.ofEpochSecond(at), "Kettlery " + i));
      }
    }
    return Reply.json(
        "{\"hits\":["
            + String.join(",", hits.subList(0, Math.min(MOST, hits.size())))
            + "],\"nbHits\":"
            + hits.size()
            + ",\"page\":0,\"nbPages\":1}");
  }

  List<String> truth() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < posts; i++) {
      ids.add("hackernews:" + i);
    }
    return ids;
  }
}
