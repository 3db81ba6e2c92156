package dev.frontline.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.local.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class IngestDoorTest {

  private final InternalTokens tokens =
      new InternalTokens("a key of at least thirty-two bytes!", Clock.systemUTC());
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> bodies = new ArrayList<>();
  private HttpServer ingest;
  private IngestDoor door;

  private record Answer(int status, String body) {}

  @BeforeEach
  void ingestListens() throws IOException {
    ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ingest.createContext(
        "/internal/replay",
        exchange -> {
          bodies.add(
              exchange.getRequestURI().getQuery()
                  + "|"
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          String header = exchange.getRequestHeaders().getFirst("Authorization");
          boolean known = tokens.verify(header.substring("Bearer ".length())).isPresent();
          Answer answer = known ? answers.remove() : new Answer(401, "{}");
          byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    ingest.start();
    door =
        new IngestDoor(
            URI.create("http://127.0.0.1:" + ingest.getAddress().getPort()),
            "replay",
            tokens,
            HttpClient.newHttpClient());
  }

  @AfterEach
  void ingestStops() {
    ingest.stop(0);
  }

  @Test
  void aChunkIsSentAgainWhileKafkaIsAway() throws Exception {
    answers.add(new Answer(503, "{\"detail\":\"Kafka is away\"}"));
    answers.add(new Answer(200, "{\"accepted\":1,\"duplicates\":1,\"parked\":0}"));

    Tally tally = door.hand(List.of("{\"id\":\"1\"}", "{\"id\":\"2\"}"));

    assertThat(tally).isEqualTo(new Tally(1, 1, 0));
    assertThat(bodies)
        .hasSize(2)
        .containsOnly("source=replay&backfill=false|{\"id\":\"1\"}\n{\"id\":\"2\"}\n");
  }

  @Test
  void aRefusalEndsTheReplayWithItsReason() {
    answers.add(new Answer(404, "{\"detail\":\"no source of that name\"}"));

    assertThatThrownBy(() -> door.hand(List.of("{}")))
        .isInstanceOf(Trouble.class)
        .hasMessage("ingest answers 404: no source of that name");
  }
}
