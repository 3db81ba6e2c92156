package dev.frontline.ingest.network.youtube;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.ingest.fetch.Ask;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Nodes;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.token.AccessTokens;
import dev.frontline.ingest.token.GoogleAccount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks YouTube's Data API (developers.google.com/youtube/v3) and understands its refusals: a used
 * up quota is a 403 like a forbidden video, told apart by a reason in the body.
 */
final class Api {

  static final String SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl";
  private static final String ADDRESS = "https://www.googleapis.com/youtube/v3";

  /** Quotas are full again at midnight there. */
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  private final AccessTokens tokens = new AccessTokens();

  /** A list for one unit. */
  JsonNode list(Opened opened, String path, Map<String, String> query)
      throws Fault, InterruptedException {
    return ask(opened, Ask.get(opened.at(ADDRESS, path), query), true);
  }

  /** A search: it has a bucket of its own, which an empty one leaves the other requests alone. */
  JsonNode search(Opened opened, Map<String, String> query) throws Fault, InterruptedException {
    return ask(opened, Ask.get(opened.at(ADDRESS, "/search"), query).units(0), false);
  }

  /** An insert, which costs fifty units. */
  JsonNode insert(Opened opened, String path, JsonNode body) throws Fault, InterruptedException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return ask(opened, Ask.json(opened.at(ADDRESS, path), bytes).units(50), true);
  }

  private JsonNode ask(Opened opened, Ask ask, boolean common) throws Fault, InterruptedException {
    String secret = opened.needSecret();
    Ask signed =
        GoogleAccount.is(secret)
            ? ask.bearer(tokens.of(opened, GoogleAccount.in(opened, SCOPE)))
            : ask.header("X-Goog-Api-Key", secret);
    try {
      return opened.ask(signed).json();
    } catch (Fault e) {
      throw understood(opened, e, common);
    }
  }

  boolean renew(Opened opened) {
    return tokens.renew(opened);
  }

  private static Fault understood(Opened opened, Fault fault, boolean common) {
    String reason = reason(fault);
    return switch (reason == null ? "" : reason) {
      case "quotaExceeded", "dailyLimitExceeded" -> {
        Instant midnight = midnight(opened.now());
        if (common) {
          opened.web().rest(midnight);
        }
        yield Fault.busy("YouTube's quota of the day is used up", midnight);
      }
      case "rateLimitExceeded", "userRateLimitExceeded" -> Fault.busy(fault.words(), null);
      case "keyInvalid", "API_KEY_INVALID" ->
          new Fault(Fault.Kind.SIGNED_OUT, fault.words(), fault);
      default -> fault;
    };
  }

  /** The word by which YouTube names why it refused; null where it names none. */
  static @Nullable String reason(Fault fault) {
    if (fault.kind() == Fault.Kind.BROKEN || fault.body().length == 0) {
      return null;
    }
    try {
      JsonNode told = Json.MAPPER.readTree(fault.body());
      for (JsonNode detail : told.at("/error/details")) {
        if (detail.path("reason").isTextual()) {
          return detail.path("reason").asText();
        }
      }
      return Nodes.text(told, "/error/errors/0/reason");
    } catch (JacksonException | StackOverflowError e) {
      return null;
    } catch (IOException e) {
      return null;
    }
  }

  /** The day that quotas are counted in. */
  static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, PACIFIC);
  }

  private static Instant midnight(Instant now) {
    return day(now).plusDays(1).atStartOfDay(PACIFIC).toInstant();
  }
}
