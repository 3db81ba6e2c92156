package dev.frontline.dashboard;

import static dev.frontline.dashboard.Callers.anna;
import static dev.frontline.dashboard.Callers.odin;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Records that could not be handled, from where they end until somebody decides. */
@QuarkusTest
@TestProfile(DashboardTestProfile.class)
class DeadLettersTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String LETTERS = "/api/v1/ops/dead-letters";

  @Inject EventPublisher publisher;

  @Test
  void aBrokenRecordIsMendedAndReplayedAndThenHandled() {
    Mention post = Fixture.aPost("mastodon:https://social.example/dead/1", "Where is my parcel?");
    ProducerRecord<String, byte[]> whole = Fixture.classified(post, Fixture.aComplaint());
    String value = new String(whole.value(), StandardCharsets.UTF_8);
    String ref = aLetterOf(whole, "{" + value);

    odin()
        .contentType("application/json")
        .body("{}")
        .post(LETTERS + "/" + ref + "/replay")
        .then()
        .statusCode(422)
        .body("detail", containsString("It would end here again"));
    anna().get("/api/v1/mentions/" + post.key()).then().statusCode(404);
    odin()
        .contentType("application/json")
        .body(Json.MAPPER.valueToTree(Map.of("value", value)).toString())
        .post(LETTERS + "/" + ref + "/replay")
        .then()
        .statusCode(200)
        .body("letter.state", equalTo("replayed"))
        .body("letter.by", equalTo("odin"));

    await()
        .atMost(SOON)
        .untilAsserted(() -> odin().get("/api/v1/mentions/" + post.key()).then().statusCode(200));
    odin()
        .contentType("application/json")
        .body("{}")
        .post(LETTERS + "/" + ref + "/replay")
        .then()
        .statusCode(409);
  }

  @Test
  void aDiscardedOneLeavesTheListAndOnlyThoseWhoRunTheWholeSeeAny() {
    Mention post = Fixture.aPost("mastodon:https://social.example/dead/2", "Hello");
    String ref = aLetterOf(Fixture.classified(post, Fixture.aComplaint()), "nothing legible");

    anna().get(LETTERS).then().statusCode(403);
    anna().get(LETTERS + "/" + ref).then().statusCode(403);
    anna().post(LETTERS + "/" + ref + "/discard").then().statusCode(403);
    odin()
        .post(LETTERS + "/" + ref + "/discard")
        .then()
        .statusCode(200)
        .body("letter.state", equalTo("discarded"));

    odin()
        .get(LETTERS)
        .then()
        .statusCode(200)
        .body("items.find { it.ref == '" + ref + "' }", nullValue());
    odin().get(LETTERS + "/unknown").then().statusCode(404);
  }

  /** Publishes a record with another value than it should have; the letter that becomes of it. */
  private String aLetterOf(ProducerRecord<String, byte[]> record, String value) {
    ProducerRecord<String, byte[]> broken =
        new ProducerRecord<>(
            TopicPlan.CLASSIFIED,
            null,
            record.key(),
            value.getBytes(StandardCharsets.UTF_8),
            record.headers());
    String id = EventCodec.text(record.headers(), "ce_id");
    publisher.publish(List.of(broken));
    String mine = "items.find { it.key == '" + record.key() + "' }.ref";
    await("the letter of " + id)
        .atMost(SOON)
        .until(() -> odin().get(LETTERS).then().extract().path(mine) != null);
    return odin().get(LETTERS).then().extract().path(mine);
  }
}
