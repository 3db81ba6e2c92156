package dev.frontline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The whole of Frontline beside Bluesky's own server. */
@EnabledIfSystemProperty(named = "frontline.test.peers", matches = "true")
class BlueskyPeerTest {

  private static BlueskyPeer network;
  private static RunningStack stack;
  private static PeerJourney journey;

  @BeforeAll
  static void up() throws IOException, InterruptedException {
    network = PeerStack.needBluesky();
    stack = PeerStack.shared().stack;
    journey = new PeerJourney(stack);
  }

  @Test
  void aPostIsHeardAndItsDeletionIsFollowed() throws Exception {
    String uri = network.post("My Kettlery leaks all over the table, what now?");

    JsonNode mention = journey.heard("bluesky:" + uri);
    assertThat(mention.path("text").asText()).contains("leaks all over");

    network.delete(uri);
    journey.awaitWithdrawn("bluesky:" + uri);
    assertThat(journey.mention("bluesky:" + uri).path("text").isNull()).isTrue();
  }

  @Test
  void anAnswerStandsInTheCompanysRepositoryAndIsNoMention() throws Exception {
    String uri = network.post("Kettlery never sent my parcel and nobody answers.");
    JsonNode mention = journey.heard("bluesky:" + uri);

    journey.answer(mention, "So sorry, ana. We look into it: https://kettlery.example/é");

    journey.awaitDelivered("bluesky:" + uri);
    assertThat(network.answersTo(uri))
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.at("/value/text").asText()).startsWith("So sorry, ana.");
              assertThat(answer.at("/value/reply/root/uri").asText()).isEqualTo(uri);
              assertThat(answer.at("/value/facets/0/features/0/uri").asText())
                  .isEqualTo("https://kettlery.example/é");
            });
  }

  @Test
  void anAnswerWhoseFateACrashHidStandsThereOnceAndNothingIsLostMeanwhile() throws Exception {
    String uri = network.post("Kettlery charged me twice!");
    JsonNode mention = journey.heard("bluesky:" + uri);
    network.proxy.holdTheAnswerTo("POST /xrpc/com.atproto.repo.putRecord");

    journey.answer(mention, "We pay it back at once.");
    network.proxy.awaitHeld();
    stack.kill("ingest");
    String meanwhile = network.post("And my second Kettlery is broken, too.");

    journey.awaitDelivered("bluesky:" + uri);
    assertThat(network.answersTo(uri)).hasSize(1);
    journey.heard("bluesky:" + meanwhile);
  }
}
