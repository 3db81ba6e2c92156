package dev.frontline.ingest.network.bluesky;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Events as Jetstream tells them, kept and told again from a cursor. */
final class Jetstream {

  private static final Pattern CURSOR = Pattern.compile("cursor=(\\d+)");

  private final List<Long> times = new ArrayList<>();
  private final List<String> events = new ArrayList<>();

  synchronized String post(int n, Instant at, String text) {
    return add(
        at,
        "{\"did\":\"did:plc:ana\",\"time_us\":%d,\"kind\":\"commit\",\"commit\":{\"operation\":\"create\","
            + "\"collection\":\"app.bsky.feed.post\",\"rkey\":\"r"
            + n
            + "\",\"cid\":\"c\",\"record\":{\"text\":\""
            + text
            + "\",\"langs\":[\"en\"],\"createdAt\":\""
            + at
            + "\"}}}");
  }

  synchronized String delete(int n, Instant at) {
    return add(
        at,
        "{\"did\":\"did:plc:ana\",\"time_us\":%d,\"kind\":\"commit\",\"commit\":{\"operation\":\"delete\","
            + "\"collection\":\"app.bsky.feed.post\",\"rkey\":\"r"
            + n
            + "\"}}");
  }

  synchronized String gone(Instant at) {
    return add(
        at,
        "{\"did\":\"did:plc:ana\",\"time_us\":%d,\"kind\":\"account\",\"account\":{\"active\":false,"
            + "\"status\":\"deleted\"}}");
  }

  private String add(Instant at, String event) {
    String told = event.replace("%d", String.valueOf(Events.micros(at)));
    times.add(Events.micros(at));
    events.add(told);
    return told;
  }

  /** All from the cursor on; none without one, as the live tail begins now. */
  synchronized List<String> from(String target) {
    Matcher cursor = CURSOR.matcher(target);
    List<String> told = new ArrayList<>();
    if (cursor.find()) {
      for (int i = 0; i < events.size(); i++) {
        if (times.get(i) >= Long.parseLong(cursor.group(1))) {
          told.add(events.get(i));
        }
      }
    }
    return told;
  }
}
