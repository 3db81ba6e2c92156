package dev.frontline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DashboardTestProfile.class)
class EventsTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject EventPublisher publisher;

  @TestHTTPResource("/api/v1/events")
  URI events;

  @Test
  void changes_arrive_at_once_and_only_those_of_ones_departments() {
    List<String> lines = listen(null);
    Mention post = Fixture.aPost("mastodon:https://social.example/e/1", "Is anybody there?");

    publisher.publish(
        List.of(
            Fixture.opened(Fixture.aCase("case-e1", post, "sales")),
            Fixture.opened(Fixture.aCase("case-e2", post, "customer-service"))));

    await().atMost(SOON).until(() -> lines.stream().anyMatch(l -> l.contains("case-e2")));
    assertThat(lines).anyMatch(l -> l.startsWith("id:") && l.matches("id: ?\\d+:\\d+"));
    assertThat(lines).anyMatch(l -> l.contains("\"arrives\":true"));
    assertThat(lines).noneMatch(l -> l.contains("case-e1"));
  }

  @Test
  void a_browser_that_was_away_gets_what_it_missed_or_is_told_to_look_anew() {
    List<String> lines = listen(null);
    Mention post = Fixture.aPost("mastodon:https://social.example/e/2", "Hello again");
    publisher.publish(List.of(Fixture.opened(Fixture.aCase("case-e3", post, "customer-service"))));
    await().atMost(SOON).until(() -> lines.stream().anyMatch(l -> l.contains("case-e3")));
    String last =
        lines.stream()
            .filter(l -> l.startsWith("id:"))
            .reduce((a, b) -> b)
            .orElseThrow()
            .substring(3)
            .strip();
    publisher.publish(List.of(Fixture.opened(Fixture.aCase("case-e4", post, "customer-service"))));
    await().atMost(SOON).until(() -> lines.stream().anyMatch(l -> l.contains("case-e4")));

    List<String> back = listen(last);
    List<String> longAway = listen("0:999999");

    await().atMost(SOON).until(() -> back.stream().anyMatch(l -> l.contains("case-e4")));
    await().atMost(SOON).until(() -> longAway.stream().anyMatch(l -> l.contains("resync")));
    assertThat(back).noneMatch(l -> l.contains("case-e3"));
  }

  private List<String> listen(@Nullable String last) {
    List<String> lines = new CopyOnWriteArrayList<>();
    String anna =
        Base64.getEncoder().encodeToString("anna:anna-password".getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(events).header("Authorization", "Basic " + anna);
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    HttpClient.newHttpClient()
        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
        .thenAccept(
            answer -> {
              try (Stream<String> body = answer.body()) {
                body.forEach(lines::add);
              }
            });
    await().atMost(SOON).until(() -> lines.stream().anyMatch(l -> l.contains("hello")));
    return lines;
  }
}
