package dev.frontline.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.IngestEvent.MentionPosted;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(NetworkStub.class)
class CloudEventsTest {

  private static final String STRUCTURED = "application/cloudevents+json; charset=UTF-8";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String HOOK = "/hooks/hooks";

  /** Bodies go out as they are written, whatever their type. */
  private static final RestAssuredConfig PLAIN =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .encodeContentTypeAs(BATCH, ContentType.TEXT)
                  .encodeContentTypeAs("application/cloudevents+json", ContentType.TEXT));

  @Test
  void anEventInBinaryModeIsAMention() {
    binary("mention.created", Told.post("ce-binary", "my kettlery leaks")).statusCode(202);

    assertThat(Wire.heardOf("mastodon:ce-binary"))
        .singleElement()
        .isInstanceOf(MentionPosted.class);
  }

  @Test
  void anEventInStructuredModeIsAMentionAndTheSameEventAgainIsNone() {
    ObjectNode event =
        event("acme.crm.mention.posted.v1", Told.post("ce-structured", "kettlery leaks"));

    structured(event).statusCode(202).body("duplicate", is(false));
    structured(event).statusCode(202).body("duplicate", is(true));

    assertThat(Wire.heardOf("mastodon:ce-structured")).hasSize(1);
  }

  @Test
  void dataMayBeBytesAndTheSubjectMayNameTheMention() {
    ObjectNode data = Told.post("ce-subject", "kettlery leaks");
    data.remove("id");
    ObjectNode event = event("mention.created", data).put("subject", "mastodon:ce-subject");
    event.remove("data");
    event.put(
        "data_base64",
        Base64.getEncoder().encodeToString(data.toString().getBytes(StandardCharsets.UTF_8)));

    structured(event).statusCode(202).body("id", is("mastodon:ce-subject"));
  }

  @Test
  void aBatchIsTakenAndWhatIsWrongInItIsParked() {
    ObjectNode noText = Told.post("ce-batch-3", "x");
    noText.remove("text");
    ArrayNode batch = Json.MAPPER.createArrayNode();
    batch
        .add(event("mention.created", Told.post("ce-batch-1", "kettlery one")))
        .add(event("mention.created", Told.post("ce-batch-2", "kettlery two")))
        .add(event("mention.created", noText))
        .add("no event")
        .add(event("mention.deleted", Told.post("ce-batch-1", "")));

    shown()
        .contentType(BATCH)
        .body(batch.toString())
        .post(HOOK)
        .then()
        .statusCode(202)
        .body("accepted", is(3))
        .body("parked", is(2));

    assertThat(Wire.heardOf("mastodon:ce-batch-1"))
        .hasSize(2)
        .hasAtLeastOneElementOfType(MentionDeleted.class);
    assertThat(Wire.heardOf("mastodon:ce-batch-2")).hasSize(1);
  }

  @Test
  void whoShowsAnotherSecretOrNoneIsTurnedAway() {
    String body = event("mention.created", Told.post("ce-forged", "kettlery")).toString();
    String other = "whsec_" + "b3RoZXJzZWNyZXRvdGhlcnNlY3JldG90aGVy";

    given().config(PLAIN).contentType(STRUCTURED).body(body).post(HOOK).then().statusCode(401);
    given()
        .config(PLAIN)
        .header("Authorization", "Bearer " + other)
        .contentType(STRUCTURED)
        .body(body)
        .post(HOOK)
        .then()
        .statusCode(401);
    shown()
        .contentType("application/json")
        .body(Told.created(Told.post("ce-forged", "kettlery")))
        .post(HOOK)
        .then()
        .statusCode(401);

    assertThat(Wire.heardOf("mastodon:ce-forged")).isEmpty();
  }

  @Test
  void whatIsNoEventSaysWhy() {
    ObjectNode old = event("mention.created", Told.post("ce-old", "kettlery"));
    old.put("specversion", "0.3");
    ObjectNode nameless = event("mention.created", Told.post("ce-nameless", "kettlery"));
    nameless.remove("source");

    structured(old).statusCode(400).body("detail", containsString("specversion"));
    structured(nameless).statusCode(400).body("detail", containsString("source"));
    structured(event("mention.liked", Told.post("ce-liked", "kettlery")))
        .statusCode(422)
        .body("errors.field", hasItem("type"));
    shown().contentType(BATCH).body("{}").post(HOOK).then().statusCode(400);
    shown().contentType(STRUCTURED).body("{\"spec").post(HOOK).then().statusCode(400);
    shown()
        .contentType("application/cloudevents+avro")
        .body("{}".getBytes(StandardCharsets.UTF_8))
        .post(HOOK)
        .then()
        .statusCode(415);
  }

  @Test
  void aSenderThatAsksWhetherItMayIsToldSo() {
    given()
        .header("WebHook-Request-Origin", "events.acme.invalid")
        .options(HOOK)
        .then()
        .statusCode(200)
        .header("WebHook-Allowed-Origin", is("events.acme.invalid"))
        .header("WebHook-Allowed-Rate", is("*"));
    given()
        .header("WebHook-Request-Origin", "events.acme.invalid")
        .options("/hooks/nowhere")
        .then()
        .statusCode(404);
  }

  private static ValidatableResponse binary(String type, ObjectNode data) {
    return shown()
        .header("ce-specversion", "1.0")
        .header("ce-id", "e-1")
        .header("ce-source", "/acme")
        .header("ce-type", type)
        .contentType("application/json")
        .body(data.toString())
        .post(HOOK)
        .then();
  }

  private static ValidatableResponse structured(ObjectNode event) {
    return shown().contentType(STRUCTURED).body(event.toString()).post(HOOK).then();
  }

  private static RequestSpecification shown() {
    return given().config(PLAIN).header("Authorization", "Bearer " + NetworkStub.SECRET);
  }

  private static ObjectNode event(String type, ObjectNode data) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    event
        .put("specversion", "1.0")
        .put("id", "e-" + data.path("id").asText())
        .put("source", "/acme")
        .put("type", type)
        .put("time", Told.WRITTEN_AT)
        .set("data", data);
    return event;
  }
}
