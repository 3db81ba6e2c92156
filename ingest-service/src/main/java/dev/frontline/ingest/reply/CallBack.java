package dev.frontline.ingest.reply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.contracts.reply.ReplyOutcomeEvent;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyDelivered;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyRefused;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyUnknown;
import dev.frontline.ingest.http.BoundedBody;
import java.io.IOException;
import java.io.InputStream;
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
  private static final int LONGEST = 64 * 1024;
  private static final byte[] NOTHING = {};

  private final HttpClient http;
  private final Clock clock;
  private final Duration timeout;
  private final Duration firstPause;

  /**
   * @param timeout for one try, the whole of its answer included
   * @param firstPause before the second try; doubled before each more
   */
  CallBack(HttpClient http, Clock clock, Duration timeout, Duration firstPause) {
    this.http = http;
    this.clock = clock;
    this.timeout = timeout;
    this.firstPause = firstPause;
  }

  /** What the network made of it; unknown after four tries without an answer that settles it. */
  ReplyOutcomeEvent send(URI address, ReplyRequested reply) throws InterruptedException {
    Duration pause = firstPause;
    String trouble = "";
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        Answer answer = ask(address, reply);
        int family = answer.status() / 100;
        if (family == 2) {
          return delivered(reply, answer.body());
        }
        if (family == 4 && answer.status() != 408 && answer.status() != 429) {
          return new ReplyRefused(
              reply.replyId(),
              reply.caseId(),
              clock.instant(),
              "the network answered " + answer.status());
        }
        trouble = "the network answered " + answer.status();
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

  private record Answer(int status, byte[] body) {}

  /** The status counts, even where the words after it are too many or never end. */
  private Answer ask(URI address, ReplyRequested reply) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    HttpResponse<InputStream> response =
        http.send(request(address, reply), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      return new Answer(
          response.statusCode(),
          response.statusCode() / 100 == 2 ? BoundedBody.read(in, LONGEST, deadline) : NOTHING);
    } catch (IOException e) {
      return new Answer(response.statusCode(), NOTHING);
    }
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

  private HttpRequest request(URI address, ReplyRequested reply) throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("replyId", reply.replyId());
    body.put("mentionId", reply.mentionId());
    body.put("text", reply.text());
    body.put("account", reply.account());
    body.put("by", reply.by());
    body.put("at", reply.at());
    return HttpRequest.newBuilder(address)
        .timeout(timeout)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", reply.replyId())
        .POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)))
        .build();
  }
}
