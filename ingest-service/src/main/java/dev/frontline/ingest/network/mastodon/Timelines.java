package dev.frontline.ingest.network.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Listened;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Pages through tags, mentions and what our own account wrote. {@code min_id} pages forward, from
 * the last id less a quarter of an hour: a status from elsewhere gets an id by its own time, and
 * may land below what was read. Looking back walks the {@code Link} to older pages until the moment
 * asked for.
 */
final class Timelines {

  static final Duration OVERLAP = Duration.ofMinutes(15);

  /** Read back to this moment first. */
  static final String BACK_TO = "backTo";

  private static final String STEP = "step";
  private static final String AT = "at";
  private static final String OLDER = "older";
  private static final String MENTIONS = "mentions";

  /** Where our own account's posts stand, those by the network's application among them. */
  private static final String HOME = "home";

  private static final int MILLIS_SHIFT = 16;
  private static final int SNOWFLAKE_DIGITS = 17;
  private static final int PAGE = 40;

  private Timelines() {}

  static List<String> tags(Opened opened) {
    List<String> tags = opened.list("tags");
    return (tags.isEmpty() ? Listened.tags(opened) : tags)
        .stream().map(t -> t.replaceFirst("^#", "").toLowerCase(Locale.ROOT)).toList();
  }

  /** One page of one timeline; the cursor remembers which comes next. */
  static Page page(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    List<String> steps = new ArrayList<>(tags(opened));
    if (opened.secret() != null) {
      steps.add(MENTIONS);
      steps.add(HOME);
    }
    int step = (int) cursor.number(STEP, 0);
    if (step >= steps.size()) {
      return Page.nothing(cursor.without(STEP));
    }
    String name = steps.get(step);
    Optional<Instant> backTo = cursor.time(BACK_TO);
    return backTo.isPresent()
        ? older(opened, cursor, name, step, steps.size(), backTo.get())
        : newer(opened, cursor, name, step);
  }

  private static Page newer(Opened opened, Cursor cursor, String name, int step)
      throws Fault, InterruptedException {
    String last = cursor.get(key(name)).orElse("");
    String at = cursor.get(AT).orElse(rewound(last));
    Answer answer = ask(opened, Ask.with(address(opened, name), Map.of("min_id", at)));
    Page.Builder page = new Page.Builder();
    String highest = put(opened, answer, name, page, at);
    String newest = last.isEmpty() || Status.isAfter(highest, last) ? highest : last;
    Cursor next = cursor.with(key(name), newest.isEmpty() ? null : newest);
    boolean more = !at.isEmpty() && !highest.equals(at) && answer.json().size() > 0;
    return more
        ? page.more(next.with(AT, highest))
        : page.more(next.without(AT).with(STEP, step + 1L));
  }

  private static Page older(
      Opened opened, Cursor cursor, String name, int step, int steps, Instant backTo)
      throws Fault, InterruptedException {
    URI address = cursor.get(OLDER).map(URI::create).orElse(address(opened, name));
    Answer answer = ask(opened, address);
    JsonNode all = answer.json();
    Page.Builder page = new Page.Builder();
    String newest = put(opened, answer, name, page, cursor.get(key(name)).orElse(""));
    Cursor next = cursor.with(key(name), newest.isEmpty() ? null : newest);
    Optional<URI> link = answer.link("next").or(() -> below(opened, all, name));
    if (link.isPresent() && all.size() > 0 && !reaches(all, backTo)) {
      return page.more(next.with(OLDER, link.get().toString()));
    }
    return page.more(
        step + 1 < steps
            ? next.without(OLDER).with(STEP, step + 1L)
            : next.without(OLDER, STEP, BACK_TO));
  }

  /** Where a server that links no pages has the next: below the last of a whole page. */
  private static Optional<URI> below(Opened opened, JsonNode all, String name) {
    String last = Nodes.textOr(all.path(all.size() - 1), "/id", "");
    return all.size() < PAGE || last.isEmpty()
        ? Optional.empty()
        : Optional.of(Ask.with(address(opened, name), Map.of("max_id", last)));
  }

  /** Puts all on the page; the highest id, or {@code floor} where none is higher. */
  private static String put(
      Opened opened, Answer answer, String name, Page.Builder page, String floor)
      throws Fault, InterruptedException {
    JsonNode all = answer.json();
    if (!all.isArray()) {
      throw Fault.broken("its answer is no list", answer.body());
    }
    String highest = floor;
    if (name.equals(HOME)) {
      Parents.put(opened, all, page);
    }
    for (JsonNode one : all) {
      String id = Nodes.textOr(one, "/id", "");
      if (!id.isEmpty() && (highest.isEmpty() || Status.isAfter(id, highest))) {
        highest = id;
      }
      JsonNode status = one.has("status") ? one.path("status") : one;
      Status.put(opened, status, page);
    }
    return highest;
  }

  private static boolean reaches(JsonNode all, Instant backTo) {
    JsonNode last = all.path(all.size() - 1);
    JsonNode status = last.has("status") ? last.path("status") : last;
    return Nodes.time(status, "/created_at").map(at -> at.isBefore(backTo)).orElse(true);
  }

  private static Answer ask(Opened opened, URI address) throws Fault, InterruptedException {
    return opened.ask(Ask.get(address).bearer(opened.secret()));
  }

  private static URI address(Opened opened, String name) {
    return switch (name) {
      case MENTIONS ->
          Ask.with(
              opened.at("", "/api/v1/notifications"),
              Map.of("types[]", "mention", "limit", String.valueOf(2 * PAGE)));
      case HOME ->
          Ask.with(opened.at("", "/api/v1/timelines/home"), Map.of("limit", String.valueOf(PAGE)));
      default ->
          Ask.with(
              opened.at("", "/api/v1/timelines/tag/" + Ask.encode(name)),
              Map.of("limit", String.valueOf(PAGE)));
    };
  }

  static String key(String tag) {
    return tag.equals(MENTIONS) || tag.equals(HOME) ? tag : "tag:" + tag;
  }

  /** Mastodon's ids hold their milliseconds; those of other servers stay as they are. */
  static String rewound(String id) {
    if (id.length() < SNOWFLAKE_DIGITS || !id.chars().allMatch(Character::isDigit)) {
      return id;
    }
    BigInteger back = BigInteger.valueOf(OVERLAP.toMillis()).shiftLeft(MILLIS_SHIFT);
    return new BigInteger(id).subtract(back).max(BigInteger.ZERO).toString();
  }
}
