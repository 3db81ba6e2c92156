package dev.frontline.routing.incident.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.standardwebhooks.Webhook;
import dev.frontline.contracts.Json;
import dev.frontline.routing.notification.sink.StubServer;
import dev.frontline.routing.timer.Ringing;
import dev.frontline.routing.timer.Timer;
import dev.frontline.routing.timer.TimerWork;
import dev.frontline.routing.timer.Timers;
import dev.frontline.testkit.EmbeddedStack;
import dev.frontline.testkit.NeedsStack;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever plans messages is told, over the real timers. */
@NeedsStack
@Timeout(120)
class PublishingHookTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final String TITLE = "Burns & \"lids\" <b>";

  // The library that checks signatures looks at the wall clock.
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final StubServer planner = new StubServer();
  private final MongoClient client = MongoClients.create(EmbeddedStack.get().storeUri());
  private final Timers timers = new Timers(client.getDatabase("pause-" + UUID.randomUUID()));
  private boolean paused = true;
  private final Ringing ringing = new Ringing(timers, List.of(work()), LEASE);

  @AfterEach
  void close() {
    planner.close();
    client.close();
  }

  @Test
  void itIsToldOnceSignedUnderTheIdOfItsTimer() throws Exception {
    timers.set(List.of(new Timer("i-1#pause#4", "pause", "i-1", now)));

    ringing.ring(now);
    ringing.ring(now.plus(Duration.ofHours(1)));

    assertThat(planner.handed).hasSize(1);
    StubServer.Handed handed = planner.handed.get(0);
    assertThat(handed.headers()).containsEntry("webhook-id", "i-1#pause#4");
    new Webhook(SECRET).verify(handed.body(), signatureOf(handed));
    JsonNode body = Json.MAPPER.readTree(handed.body());
    assertThat(body.path("type").asText()).isEqualTo("publishing.paused");
    assertThat(body.path("data").path("incidentId").asText()).isEqualTo("i-1");
    assertThat(body.path("data").path("title").asText()).isEqualTo(TITLE);
  }

  @Test
  void aPlannerThatIsAwayIsToldAgainUnderTheSameIdAsThingsStandThen() throws Exception {
    timers.set(List.of(new Timer("i-1#pause#4", "pause", "i-1", now)));
    planner.status = 503;
    ringing.ring(now);
    ringing.ring(now.plus(LEASE).minusMillis(1));
    assertThat(planner.handed).hasSize(1);

    planner.status = 204;
    planner.body = "";
    paused = false;
    ringing.ring(now.plus(LEASE));
    ringing.ring(now.plus(Duration.ofHours(1)));

    assertThat(planner.handed).hasSize(2);
    assertThat(planner.handed)
        .extracting(h -> h.headers().get("webhook-id"))
        .containsOnly("i-1#pause#4");
    assertThat(Json.MAPPER.readTree(planner.handed.get(1).body()).path("type").asText())
        .isEqualTo("publishing.resumed");
  }

  @Test
  void afterADayItIsGivenUp() {
    timers.set(List.of(new Timer("i-1#pause#4", "pause", "i-1", now)));
    planner.status = 500;
    ringing.ring(now);

    ringing.ring(now.plus(Duration.ofDays(1)).plusSeconds(1));

    assertThat(planner.handed).hasSize(1);
    assertThat(timers.due(now.plus(Duration.ofDays(9)), 10)).isEmpty();
  }

  private static HttpHeaders signatureOf(StubServer.Handed handed) {
    return HttpHeaders.of(
        Map.of(
            "webhook-id", List.of(handed.headers().get("webhook-id")),
            "webhook-timestamp", List.of(handed.headers().get("webhook-timestamp")),
            "webhook-signature", List.of(handed.headers().get("webhook-signature"))),
        (name, value) -> true);
  }

  private TimerWork work() {
    PublishingHook hook = new PublishingHook(URI.create(planner.url()), SECRET);
    return new TimerWork() {
      @Override
      public String kind() {
        return "pause";
      }

      @Override
      public void fire(Timer timer, Instant at) {
        hook.tell(
            timer, new PublishingHook.Planned(timer.subject(), "Kettlery", TITLE, paused), at);
      }
    };
  }
}
