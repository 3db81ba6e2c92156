package dev.frontline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.system.RunningStack.Account;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** What Frontline makes of a post on a real server, seen and done through its interface. */
final class PeerJourney {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final RunningStack stack;
  private final Account lead;

  PeerJourney(RunningStack stack) {
    this.stack = stack;
    this.lead = stack.account("social-lead");
  }

  /** The mention, once somebody is to answer it. */
  JsonNode heard(String id) {
    return await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> mention(id), mention -> !mention.at("/case/id").asText().isEmpty());
  }

  void answer(JsonNode mention, String text) throws IOException, InterruptedException {
    String path = "/api/v1/cases/" + mention.at("/case/id").asText();
    JsonNode theCase = Outside.get(stack.dashboard(), path, lead).body();
    Outside.Answer sent =
        Outside.post(
            stack.dashboard(),
            path + "/replies",
            lead,
            Map.of("version", theCase.path("version").asLong(), "text", text));
    assertThat(sent.status()).as(sent.body().toString()).isEqualTo(200);
  }

  /** Returns once the answer is known to stand on the network. */
  void awaitDelivered(String id) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(mention(id).at("/replies/0/state").asText())
                    .as(mention(id).path("replies").toString())
                    .isEqualTo("delivered"));
  }

  /** Returns once the post's text is gone. */
  void awaitWithdrawn(String id) {
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(mention(id).path("withdrawn").asBoolean()).isTrue());
  }

  JsonNode mention(String id) throws IOException, InterruptedException {
    return Outside.get(stack.dashboard(), "/api/v1/mentions/" + Outside.encoded(id), lead).body();
  }
}
