package dev.frontline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.system.Outside.Answer;
import dev.frontline.system.RunningStack.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MentionToAnswerTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String COMPLAINT =
      "my parcel never arrived, nobody answers my emails and you still charged me. Worst service ever!";

  private static RunningStack stack;
  private static Account lead;

  @BeforeAll
  static void up() throws IOException, InterruptedException {
    stack = RunningStack.shared();
    lead = stack.account("social-lead");
  }

  @Test
  void aSignedComplaintBecomesACaseThatExplainsItself() throws Exception {
    String id = "murmur:first";

    Answer accepted = Outside.deliver(stack.webhook(), Outside.created(id, "mara", COMPLAINT));

    assertThat(accepted.status()).isEqualTo(202);
    JsonNode mention = mentionWithCase(id);
    assertThat(mention.at("/labels/complaint/p").asDouble()).isPositive();
    assertThat(mention.at("/labels/complaint/why")).isNotEmpty();
    JsonNode theCase = theCase(mention);
    assertThat(theCase.path("department").asText()).isEqualTo("customer-service");
    assertThat(theCase.at("/route/why")).isNotEmpty();
    assertThat(theCase.at("/due/why").asText()).isNotBlank();
  }

  @Test
  void theSameDeliveryTwiceIsOneCase() throws Exception {
    String id = "murmur:twice";
    byte[] body = Outside.created(id, "tomas", COMPLAINT);
    Outside.deliver(stack.webhook(), body);
    JsonNode mention = mentionWithCase(id);

    Answer again = Outside.deliver(stack.webhook(), body);

    assertThat(again.status()).isEqualTo(202);
    assertThat(theCase(mention).path("mentions")).hasSize(1);
  }

  @Test
  void aForgedSignatureIsTurnedAway() throws Exception {
    Answer answer =
        Outside.deliver(
            stack.webhook(),
            Outside.created("murmur:forged", "eve", COMPLAINT),
            "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void whatIsWrongWithABodyIsNamed() throws Exception {
    byte[] noId =
        "{\"type\":\"mention.created\",\"timestamp\":\"2026-11-25T12:00:00Z\",\"data\":{\"text\":\"x\",\"author\":{\"id\":\"a\"},\"createdAt\":\"2026-11-25T12:00:00Z\"}}"
            .getBytes(StandardCharsets.UTF_8);

    Answer missing = Outside.deliver(stack.webhook(), noId);
    Answer broken = Outside.deliver(stack.webhook(), "{".getBytes(StandardCharsets.UTF_8));
    Answer tooLong =
        Outside.deliver(
            stack.webhook(), Outside.created("murmur:long", "lena", "x".repeat(50_001)));

    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.body().toString()).contains("data.id");
    assertThat(broken.status()).isEqualTo(400);
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.body().toString()).contains("data.text").contains("50000");
  }

  @Test
  void anAnswerStandsWhereThePostWasMade() throws Exception {
    String id = "murmur:answered";
    Outside.deliver(stack.webhook(), Outside.created(id, "nuno", COMPLAINT));
    JsonNode theCase = theCase(mentionWithCase(id));
    String caseId = theCase.path("id").asText();

    Answer sent =
        Outside.post(
            stack.dashboard(),
            "/api/v1/cases/" + caseId + "/replies",
            lead,
            Map.of("version", theCase.path("version").asLong(), "text", "We are on it, Nuno."));

    assertThat(sent.status()).isEqualTo(200);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              Answer now =
                  Outside.get(stack.dashboard(), "/api/v1/mentions/" + Outside.encoded(id), lead);
              assertThat(now.body().at("/replies/0/state").asText()).isEqualTo("delivered");
            });
  }

  @Test
  void everyCaseIsThereAfterARestart() throws Exception {
    String id = "murmur:stays";
    Outside.deliver(stack.webhook(), Outside.created(id, "olga", COMPLAINT));
    String caseId = theCase(mentionWithCase(id)).path("id").asText();

    stack.down();
    stack.up();

    Answer found = Outside.get(stack.dashboard(), "/api/v1/cases/" + caseId, lead);
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.body().path("id").asText()).isEqualTo(caseId);
  }

  private static JsonNode mentionWithCase(String id) {
    return await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(
            () ->
                Outside.get(stack.dashboard(), "/api/v1/mentions/" + Outside.encoded(id), lead)
                    .body(),
            mention -> !mention.at("/case/id").asText().isEmpty());
  }

  private static JsonNode theCase(JsonNode mention) throws IOException, InterruptedException {
    return Outside.get(stack.dashboard(), "/api/v1/cases/" + mention.at("/case/id").asText(), lead)
        .body();
  }
}
