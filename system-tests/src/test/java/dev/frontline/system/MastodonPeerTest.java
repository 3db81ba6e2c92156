package dev.frontline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The whole of Frontline beside snac, a server that speaks Mastodon's interface. */
@EnabledIfSystemProperty(named = "frontline.test.peers", matches = "true")
class MastodonPeerTest {

  private static SnacPeer network;
  private static RunningStack stack;
  private static PeerJourney journey;

  @BeforeAll
  static void up() throws IOException, InterruptedException {
    network = PeerStack.needSnac();
    stack = PeerStack.shared().stack;
    journey = new PeerJourney(stack);
  }

  @Test
  void everyPostUnderATagIsHeardOnceByItsUri() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int n = 1; n <= 5; n++) {
      ids.add("mastodon:" + network.post("#kettlery leak number " + n).path("uri").asText());
    }

    for (String id : ids) {
      JsonNode mention = journey.heard(id);
      assertThat(mention.path("text").asText()).startsWith("#kettlery leak number");
      assertThat(mention.at("/author/handle").asText()).startsWith("ana@localhost");
    }
  }

  @Test
  void anAnswerIsPostedWithTheTokenBelowThePost() throws Exception {
    JsonNode status = network.post("my #kettlery is leaking and nobody answers");
    String id = "mastodon:" + status.path("uri").asText();

    journey.answer(journey.heard(id), "So sorry. We look into it.");

    journey.awaitDelivered(id);
    assertThat(network.below(status))
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.at("/account/username").asText()).isEqualTo(SnacPeer.COMPANY);
              assertThat(answer.path("content").asText()).contains("So sorry. We look into it.");
            });
  }

  @Test
  void anAnswerWhoseFateACrashHidStandsThereOnceAndNothingIsLostMeanwhile() throws Exception {
    JsonNode status = network.post("#kettlery charged me twice!");
    String id = "mastodon:" + status.path("uri").asText();
    JsonNode mention = journey.heard(id);
    network.proxy.holdTheAnswerTo("POST /api/v1/statuses");

    journey.answer(mention, "We pay it back at once.");
    network.proxy.awaitHeld();
    stack.kill("ingest");
    JsonNode meanwhile = network.post("my second #kettlery is broken, too");

    journey.awaitDelivered(id);
    assertThat(network.below(status)).hasSize(1);
    journey.heard("mastodon:" + meanwhile.path("uri").asText());
  }
}
