package dev.frontline.ingest.network.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Gap;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.Traits;
import dev.frontline.ingest.source.Traits.Deletion;
import dev.frontline.ingest.source.Traits.Replies;
import dev.frontline.ingest.source.Traits.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Telegram's bot interface (core.telegram.org/bots/api), by long polling. A bot hears the groups
 * and channels that it was let into; of these only the configured ones are taken. An update is
 * confirmed by asking for those after it, which happens once it is published; others wait a day.
 */
@ApplicationScoped
class Telegram implements PollSource {

  private static final String API = "https://api.telegram.org";
  private static final Pattern TOKEN = Pattern.compile("\\d+:[\\w-]+");
  private static final Map<String, String> ASKED =
      Map.of(
          "limit",
          "100",
          "timeout",
          "20",
          "allowed_updates",
          "[\"message\",\"edited_message\",\"channel_post\",\"edited_channel_post\"]");

  private static final Duration KEPT_THERE = Duration.ofHours(24);
  private static final Duration NOTED_EVERY = Duration.ofHours(1);

  private static final String OFFSET = "offset";
  private static final String READ = "read";

  private static final Traits TRAITS =
      new Traits(
          "telegram",
          "the update after the last one",
          Duration.ZERO,
          Deletion.NONE,
          60,
          Duration.ofMinutes(1),
          Duration.ofSeconds(2),
          0,
          Replies.THERE,
          0,
          null,
          // Its terms forbid any use for machines that judge or learn.
          new Terms(false, false, null));

  @Override
  public String kind() {
    return "telegram";
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public Page read(Opened opened, Cursor cursor) throws Fault, InterruptedException {
    Instant now = opened.now();
    long offset = cursor.number(OFFSET, 0);
    Answer answer = ask(opened, offset);
    JsonNode updates = answer.json().path("result");
    if (!updates.isArray()) {
      throw Fault.broken("its answer holds no updates", answer.body());
    }
    Page.Builder page = new Page.Builder();
    Instant read = cursor.time(READ).orElse(now);
    if (read.plus(KEPT_THERE).isBefore(now)) {
      page.gap(new Gap(read, now.minus(KEPT_THERE), "Telegram keeps what nobody reads for a day"));
    }
    List<String> chats = opened.list("chats");
    for (JsonNode update : updates) {
      offset = Math.max(offset, update.path("update_id").asLong() + 1);
      Message.put(opened, update, chats, page);
    }
    if (!updates.isEmpty()) {
      return page.more(Cursor.START.with(OFFSET, offset).with(READ, now));
    }
    boolean noted = cursor.get(READ).isPresent() && read.plus(NOTED_EVERY).isAfter(now);
    return page.end(noted ? cursor : cursor.with(READ, now));
  }

  private static Answer ask(Opened opened, long offset) throws Fault, InterruptedException {
    String token = opened.needSecret();
    if (!TOKEN.matcher(token).matches()) {
      throw new Fault(Fault.Kind.SIGNED_OUT, "its token is none that a bot has");
    }
    Ask ask =
        Ask.get(
            Ask.with(
                opened.at(API, "/bot" + token + "/getUpdates"),
                Map.of(OFFSET, offset == 0 ? "" : String.valueOf(offset))),
            ASKED);
    try {
      return opened.ask(ask);
    } catch (Fault e) {
      throw switch (e.kind()) {
        case MISSING -> new Fault(Fault.Kind.SIGNED_OUT, "Telegram knows no such bot", e);
        case BUSY -> busy(opened, e);
        default -> e;
      };
    }
  }

  /** How long to wait stands in the body alone. */
  private static Fault busy(Opened opened, Fault fault) {
    try {
      long seconds = Json.MAPPER.readTree(fault.body()).at("/parameters/retry_after").asLong(0);
      if (fault.until().isEmpty() && seconds > 0) {
        Instant until = opened.now().plusSeconds(seconds);
        opened.web().rest(until);
        return Fault.busy(fault.words(), until);
      }
    } catch (IOException | StackOverflowError e) {
      // It says nothing that can be read; it is asked again before long.
    }
    return fault;
  }
}
