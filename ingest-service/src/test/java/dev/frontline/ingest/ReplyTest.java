package dev.frontline.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.contracts.reply.ReplyOutcomeEvent;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyDelivered;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyRefused;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyUnknown;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(NetworkStub.class)
class ReplyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @ConfigProperty(name = "test.network")
  String network;

  @Test
  void anAnswerIsPostedAndItsPlaceOnTheNetworkTold() {
    request("reply-1", "hooks", "So sorry about your kettle.");

    assertThat(outcomes("reply-1", 1))
        .singleElement()
        .isInstanceOfSatisfying(
            ReplyDelivered.class,
            delivered -> {
              assertThat(delivered.networkId()).isEqualTo("net-reply-1");
              assertThat(delivered.url()).isEqualTo("https://net.invalid/1");
              assertThat(delivered.caseId()).isEqualTo("case-reply-1");
            });
  }

  @Test
  void aRequestThatComesAgainTellsItsOutcomeAgainAndPostsNothing() {
    request("reply-again", "hooks", "Here you are.");
    outcomes("reply-again", 1);

    request("reply-again", "hooks", "Here you are.");

    assertThat(outcomes("reply-again", 2)).hasSize(2).allMatch(o -> o instanceof ReplyDelivered);
    assertThat(timesAsked("reply-again")).isEqualTo(1);
  }

  @Test
  void aRefusalOfTheNetworkIsToldAndNotTriedAgain() {
    request("reply-refused", "hooks", "please refuse this");

    assertThat(outcomes("reply-refused", 1)).singleElement().isInstanceOf(ReplyRefused.class);
    assertThat(timesAsked("reply-refused")).isEqualTo(1);
  }

  @Test
  void aNetworkThatStumblesIsAskedAgainUnderTheSameKey() {
    request("reply-stumble", "hooks", "you may stumble");

    assertThat(outcomes("reply-stumble", 1)).singleElement().isInstanceOf(ReplyDelivered.class);
    assertThat(timesAsked("reply-stumble")).isEqualTo(2);
  }

  @Test
  void aNetworkThatStaysDownLeavesTheOutcomeUnknown() {
    request("reply-fall", "hooks", "you will fall");

    assertThat(outcomes("reply-fall", 1)).singleElement().isInstanceOf(ReplyUnknown.class);
  }

  @Test
  void aYesThatIsNotJsonIsStillAYes() {
    request("reply-mumble", "hooks", "you may mumble");

    assertThat(outcomes("reply-mumble", 1)).singleElement().isInstanceOf(ReplyDelivered.class);
    assertThat(timesAsked("reply-mumble")).isEqualTo(1);
  }

  @Test
  void aSourceThatCannotAnswerRefusesWithItsReason() {
    request("reply-nowhere", "replay", "hello?");

    assertThat(outcomes("reply-nowhere", 1))
        .singleElement()
        .isInstanceOfSatisfying(
            ReplyRefused.class, refused -> assertThat(refused.reason()).isNotBlank());
  }

  @Test
  void whatOurOwnAccountAnsweredOnTheNetworkMeanwhileIsNotAnsweredASecondTime() {
    HookTest.send(Told.created(Told.post("raced", "my kettlery leaks"))).statusCode(202);
    ObjectNode ours = Told.post("raced-ours", "So sorry, a new one is on its way.");
    ours.put("inReplyTo", "mastodon:raced");
    ours.withObject("/author").put("id", "kettlery_official");
    HookTest.send(Told.created(ours)).statusCode(202);

    request("reply-raced", "hooks", "mastodon:raced", "So sorry.");

    assertThat(outcomes("reply-raced", 1))
        .singleElement()
        .isInstanceOfSatisfying(
            ReplyRefused.class, refused -> assertThat(refused.reason()).contains("meanwhile"));
    assertThat(timesAsked("reply-raced")).isZero();
  }

  @Test
  void aRecordThatIsNoRequestGoesToTheDeadLettersAndItsNeighboursAreServed() {
    Wire.sendRaw(
        new ProducerRecord<>(TopicPlan.REPLIES_REQUESTED, "case-reply-after", "{".getBytes()));
    request("reply-after", "hooks", "Still here.");

    assertThat(outcomes("reply-after", 1)).singleElement().isInstanceOf(ReplyDelivered.class);
    assertThat(Wire.records(TopicPlan.deadLetters(TopicPlan.REPLIES_REQUESTED, "ingest")))
        .extracting(ConsumerRecord::key)
        .containsOnlyOnce("case-reply-after");
  }

  private static void request(String replyId, String source, String text) {
    request(replyId, source, "mastodon:any", text);
  }

  private static void request(String replyId, String source, String mentionId, String text) {
    Wire.send(
        TopicPlan.REPLIES_REQUESTED,
        "case-" + replyId,
        EventFamily.REPLIES_REQUESTED,
        replyId,
        new ReplyRequested(
            replyId,
            "case-" + replyId,
            mentionId,
            "mastodon",
            source,
            mentionId,
            text,
            null,
            "ana",
            Instant.parse(Told.WRITTEN_AT)));
  }

  private static List<ReplyOutcomeEvent> outcomes(String replyId, int atLeast) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                Wire.read(
                    TopicPlan.REPLIES_DELIVERED,
                    EventFamily.REPLIES_DELIVERED,
                    outcome -> outcome.replyId().equals(replyId)),
            found -> found.size() >= atLeast);
  }

  private int timesAsked(String replyId) {
    return Integer.parseInt(given().get(network + "/asked/" + replyId).asString());
  }
}
