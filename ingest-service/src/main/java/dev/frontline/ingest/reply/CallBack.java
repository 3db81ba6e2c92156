package dev.frontline.ingest.reply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.contracts.reply.ReplyOutcomeEvent;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyDelivered;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyRefused;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyUnknown;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Posts an answer to a source's call-back address, with the reply's id as {@code Idempotency-Key}:
 * the same key again means the same answer, so a lost response may be asked for again.
 */
final class CallBack {

  private static final int TRIES = 4;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http;
  private final Clock clock;
  private final Duration firstPause;

  CallBack(HttpClient http, Clock clock, Duration firstPause) {
    this.http = http;
    this.clock = clock;
    this.firstPause = firstPause;
  }

  /** What the network made of it; unknown after four tries without an answer that settles it. */
  ReplyOutcomeEvent send(URI address, ReplyRequested reply) throws InterruptedException {
    Duration pause = firstPause;
    String trouble = "";
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        HttpResponse<byte[]> answer =
            http.send(request(address, reply), HttpResponse.BodyHandlers.ofByteArray());
        int family = answer.statusCode() / 100;
        if (family == 2) {
          return delivered(reply, answer.body());
        }
        if (family == 4 && answer.statusCode() != 408 && answer.statusCode() != 429) {
          return new ReplyRefused(
              reply.replyId(),
              reply.caseId(),
              clock.instant(),
              "the network answered " + answer.statusCode());
        }
        trouble = "the network answered " + answer.statusCode();
      } catch (IOException e) {
        trouble = "the network did not answer (" + e.getClass().getSimpleName() + ")";
      }
      if (attempt < TRIES) {
        Thread.sleep(pause.toMillis());
        pause = pause.multipliedBy(2);
      }
    }
    return new ReplyUnknown(
        reply.replyId(), reply.caseId(), clock.instant(), trouble + " in " + TRIES + " tries");
  }

  /** A yes in any words is a yes: only where it stands is then not known. */
  private ReplyOutcomeEvent delivered(ReplyRequested reply, byte[] body) {
    JsonNode answer;
    try {
      answer = Json.MAPPER.readTree(body);
    } catch (IOException e) {
      answer = Json.MAPPER.missingNode();
    }
    String networkId = answer.path("id").asText(reply.replyId());
    String url = answer.path("url").isTextual() ? answer.path("url").asText() : null;
    return new ReplyDelivered(reply.replyId(), reply.caseId(), clock.instant(), networkId, url);
  }

  private static HttpRequest request(URI address, ReplyRequested reply) throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("replyId", reply.replyId());
    body.put("mentionId", reply.mentionId());
    body.put("text", reply.text());
    body.put("account", reply.account());
    body.put("by", reply.by());
    body.put("at", reply.at());
    return HttpRequest.newBuilder(address)
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", reply.replyId())
        .POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)))
        .build();
  }
}
