package dev.frontline.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.local.Trouble;
import dev.frontline.local.replay.Tally.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Hands chunks of recorded posts to ingest, again until it has them: it knows those it has. */
final class IngestDoor {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final long WAIT_MS = 500;

  private final URI address;
  private final InternalTokens tokens;
  private final HttpClient http;

  IngestDoor(URI ingest, String source, InternalTokens tokens, HttpClient http) {
    this.address =
        ingest.resolve(
            "/internal/replay?source="
                + URLEncoder.encode(source, StandardCharsets.UTF_8)
                + "&backfill=false");
    this.tokens = tokens;
    this.http = http;
  }

  /**
   * @throws Trouble where ingest refuses the chunk or is away for longer than two minutes
   */
  Tally hand(List<String> lines) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String trouble = "";
    do {
      try {
        HttpResponse<byte[]> answer =
            http.send(request(lines), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 == 2) {
          return tally(Json.MAPPER.readTree(answer.body()));
        }
        trouble = "ingest answers " + answer.statusCode() + detail(answer.body());
        if (answer.statusCode() / 100 == 4 && answer.statusCode() != 429) {
          throw new Trouble(trouble);
        }
      } catch (IOException e) {
        trouble = "ingest cannot be reached at " + address.getAuthority() + "; is the stack up?";
      }
      Thread.sleep(WAIT_MS);
    } while (System.nanoTime() < end);
    throw new Trouble(trouble);
  }

  private HttpRequest request(List<String> lines) {
    return HttpRequest.newBuilder(address)
        .timeout(ANSWER)
        // Anew each time: a token lives for a minute.
        .header("Authorization", "Bearer " + tokens.issue(Caller.service("replay")))
        .header("Content-Type", "application/x-ndjson")
        .header("Accept", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines) + "\n"))
        .build();
  }

  private static Tally tally(JsonNode answer) {
    List<Refused> refused = new ArrayList<>();
    for (JsonNode one : answer.path("unreadable")) {
      refused.add(new Refused(one.path("index").asInt(), one.path("reason").asText()));
    }
    return new Tally(
        answer.path("accepted").asLong(),
        answer.path("duplicates").asLong(),
        answer.path("parked").asLong(),
        refused);
  }

  private static String detail(byte[] body) {
    try {
      String detail = Json.MAPPER.readTree(body).path("detail").asText("");
      return detail.isEmpty() ? "" : ": " + detail;
    } catch (IOException e) {
      return "";
    }
  }
}
