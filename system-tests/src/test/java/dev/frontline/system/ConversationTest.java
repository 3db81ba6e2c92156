package dev.frontline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.system.Outside.Answer;
import dev.frontline.system.RunningStack.Account;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Conversations on a network, from its interface to the case and back. */
class ConversationTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String COMPLAINT =
      "my parcel never arrived, nobody answers my emails and you still charged me. Worst service"
          + " ever!";

  private static RunningStack stack;
  private static StubSocial network;
  private static Account lead;

  @BeforeAll
  static void up() throws IOException, InterruptedException {
    stack = RunningStack.shared();
    network = stack.network();
    lead = stack.account("social-lead");
  }

  @Test
  void whoAnswersUsWithoutNamingTheBrandHasTheSameCaseReopened() throws Exception {
    String post = network.write("ana", "#quillfern " + COMPLAINT, null);
    JsonNode opened = theCase(network.mentionId(post), c -> true);
    String id = opened.path("id").asText();
    command(id, "replies", Map.of("version", version(opened), "text", "So sorry, Ana."));
    JsonNode answered = caseOf(id, c -> c.path("state").asText().equals("answered"));
    command(id, "resolve", Map.of("version", version(answered), "outcome", "solved"));
    String answer = network.answersTo(post).get(0);

    network.write(
        "ana", "My parcel still has not arrived, this is the worst service ever.", answer);

    JsonNode back =
        caseOf(
            id,
            c -> c.path("mentions").size() == 2 && !c.path("state").asText().equals("resolved"));
    assertThat(back.path("state").asText()).isEqualTo("queued");
    assertThat(back.at("/due/at").asText()).isNotBlank();
    assertThat(back.at("/mentions/1/text").asText()).doesNotContainIgnoringCase("quillfern");
  }

  @Test
  void whatWasAnsweredInTheNetworksOwnApplicationIsNotAnsweredASecondTime() throws Exception {
    String post = network.write("bela", "#quillfern " + COMPLAINT, null);
    JsonNode opened = theCase(network.mentionId(post), c -> true);
    String id = opened.path("id").asText();

    network.write(StubSocial.US, "So sorry, Bela: your money is on its way.", post);

    JsonNode answered = caseOf(id, c -> c.path("state").asText().equals("answered"));
    assertThat(answered.path("due").isNull()).isTrue();
    assertThat(answered.at("/mentions/1/own").asBoolean()).isTrue();
    assertThat(answered.at("/times/firstResponseAt").asText()).isNotBlank();
    Answer late =
        Outside.post(
            stack.dashboard(),
            "/api/v1/cases/" + id + "/replies",
            lead,
            Map.of("version", version(opened), "text", "We look into it."));
    assertThat(late.status()).isEqualTo(409);
    assertThat(network.answersTo(post)).hasSize(1);
  }

  @Test
  void anAnswerInTheNetworksOwnApplicationCountsThoughItIsHeardBeforeThePost() throws Exception {
    String post = "murmur:early-" + UUID.randomUUID();
    Instant written = Instant.now().minusSeconds(120);
    Map<String, Object> answer =
        said(
            post + "-answer",
            StubSocial.US,
            "So sorry: it is on its way.",
            written.plusSeconds(60));
    answer.put("inReplyTo", post);
    Outside.deliver(stack.webhook(), Outside.created(answer));

    Outside.deliver(
        stack.webhook(), Outside.created(said(post, "cleo", "Quillfern, " + COMPLAINT, written)));

    JsonNode answered = theCase(post, c -> c.path("mentions").size() == 2);
    assertThat(answered.path("state").asText()).isEqualTo("answered");
    assertThat(answered.path("due").isNull()).isTrue();
    assertThat(answered.at("/mentions/1/own").asBoolean()).isTrue();
  }

  private static Map<String, Object> said(String id, String who, String text, Instant at) {
    return new HashMap<>(
        Map.of(
            "id",
            id,
            "network",
            "murmur",
            "text",
            text,
            "author",
            Map.of("id", who),
            "createdAt",
            at.toString()));
  }

  private static void command(String caseId, String what, Object body) throws Exception {
    Answer answer =
        Outside.post(stack.dashboard(), "/api/v1/cases/" + caseId + "/" + what, lead, body);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
  }

  private static JsonNode theCase(String mentionId, Predicate<JsonNode> when) {
    JsonNode mention =
        await()
            .atMost(SOON)
            .ignoreExceptions()
            .until(
                () ->
                    Outside.get(
                            stack.dashboard(),
                            "/api/v1/mentions/" + Outside.encoded(mentionId),
                            lead)
                        .body(),
                m -> !m.at("/case/id").asText().isEmpty());
    return caseOf(mention.at("/case/id").asText(), when);
  }

  private static JsonNode caseOf(String id, Predicate<JsonNode> when) {
    return await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(
            () -> Outside.get(stack.dashboard(), "/api/v1/cases/" + id, lead).body(),
            c -> c.hasNonNull("id") && when.test(c));
  }

  private static long version(JsonNode theCase) {
    return theCase.path("version").asLong();
  }
}
