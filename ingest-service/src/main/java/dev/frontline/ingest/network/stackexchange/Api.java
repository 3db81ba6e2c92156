package dev.frontline.ingest.network.stackexchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.fetch.Answer;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks Stack Exchange. Each answer says in its wrapper what is left of the day's quota, and
 * sometimes for how long nothing may be asked; who asks all the same is banned.
 */
final class Api {

  private static final String API = "https://api.stackexchange.com";
  private static final int THROTTLED = 502;
  private static final Pattern AGAIN_IN = Pattern.compile("in (\\d+) seconds");
  private static final Duration A_WHILE = Duration.ofMinutes(5);

  private Api() {}

  static String site(Opened opened) {
    return opened.setting("site", "stackoverflow");
  }

  static JsonNode ask(Opened opened, String path, Map<String, String> query)
      throws Fault, InterruptedException {
    Map<String, String> all = new HashMap<>(query);
    all.put("site", site(opened));
    all.put("filter", "withbody");
    all.put("pagesize", "100");
    all.put("key", opened.secret() == null ? "" : opened.secret());
    Answer answer;
    try {
      answer = opened.ask(Ask.get(opened.at(API, "/2.3" + path), all));
    } catch (Fault e) {
      throw e.kind() == Fault.Kind.REFUSED ? throttled(opened, e) : e;
    }
    JsonNode wrapper = answer.json();
    if (!wrapper.path("items").isArray()) {
      throw Fault.broken("its answer holds no items", answer.body());
    }
    Instant now = opened.now();
    long backoff = wrapper.path("backoff").asLong(0);
    if (backoff > 0) {
      opened.web().rest(now.plusSeconds(backoff));
    }
    if (wrapper.path("quota_remaining").asLong(1) <= 0) {
      opened.web().rest(now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)));
    }
    return wrapper;
  }

  /** It says 400 where others say 429, and how long in a sentence. */
  private static Fault throttled(Opened opened, Fault fault) {
    JsonNode said;
    try {
      said = Json.MAPPER.readTree(fault.body());
    } catch (IOException | StackOverflowError e) {
      return fault;
    }
    if (said == null || said.path("error_id").asInt() != THROTTLED) {
      return fault;
    }
    String words = Nodes.textOr(said, "/error_message", "too many requests");
    Matcher seconds = AGAIN_IN.matcher(words);
    Instant until =
        opened
            .now()
            .plus(seconds.find() ? Duration.ofSeconds(Long.parseLong(seconds.group(1))) : A_WHILE);
    opened.web().rest(until);
    return Fault.busy("Stack Exchange says: " + words, until);
  }
}
