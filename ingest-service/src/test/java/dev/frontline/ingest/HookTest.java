package dev.frontline.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.IngestEvent.MentionEdited;
import dev.frontline.contracts.mention.IngestEvent.MentionPosted;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.mention.PostState;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(NetworkStub.class)
class HookTest {

  private static final String BEYOND = "+999999999-12-31T23:59:59Z";

  @Test
  void aSignedPostIsAcceptedAndPublishedUnderItsConversation() {
    send(Told.created(Told.post("hook-1", "My #Kettlery kettle leaks, Boilwell never did")))
        .statusCode(202);

    assertThat(Wire.heardOf("mastodon:hook-1"))
        .singleElement()
        .isInstanceOfSatisfying(
            MentionPosted.class,
            posted -> {
              Mention mention = posted.mention();
              assertThat(mention.conversationId()).isEqualTo("mastodon:hook-1");
              assertThat(mention.source()).isEqualTo("hooks");
              assertThat(mention.reach()).isEqualTo(120);
              assertThat(mention.networkVersion()).isEqualTo(1);
              assertThat(mention.acceptedAt()).isEqualTo(mention.fetchedAt());
              assertThat(mention.createdAt()).isEqualTo(Instant.parse(Told.WRITTEN_AT));
              assertThat(mention.matched())
                  .extracting(Match::kind, Match::name)
                  .containsExactly(
                      org.assertj.core.groups.Tuple.tuple(Match.Kind.BRAND, "Kettlery"),
                      org.assertj.core.groups.Tuple.tuple(Match.Kind.RIVAL, "Boilwell"));
            });
  }

  @Test
  void theSameDeliveryTwiceIsPublishedOnce() {
    byte[] body = Told.created(Told.post("hook-twice", "kettlery again"));

    send(body).statusCode(202);
    send(body).statusCode(202);

    assertThat(Wire.heardOf("mastodon:hook-twice")).hasSize(1);
  }

  @Test
  void aForgedAnOldAndAMissingSignatureAreRefused() {
    byte[] body = Told.created(Told.post("hook-forged", "kettlery"));
    String otherSecret = "whsec_" + "b3RoZXJzZWNyZXRvdGhlcnNlY3JldG90aGVy";

    send("hooks", otherSecret, Instant.now(), body)
        .statusCode(401)
        .contentType(startsWith("application/problem+json"));
    send("hooks", NetworkStub.SECRET, Instant.now().minusSeconds(301), body).statusCode(401);
    send("hooks", NetworkStub.SECRET, Instant.now().plusSeconds(330), body).statusCode(401);
    given().body(body).contentType("application/json").post("/hooks/hooks").then().statusCode(401);

    assertThat(Wire.heardOf("mastodon:hook-forged")).isEmpty();
  }

  @Test
  void aSourceThatIsNotConfiguredIsNotFound() {
    byte[] body = Told.created(Told.post("hook-nowhere", "kettlery"));

    send("nowhere", NetworkStub.SECRET, Instant.now(), body).statusCode(404);
    send("replay", NetworkStub.SECRET, Instant.now(), body).statusCode(404);
  }

  @Test
  void brokenJsonIsABadRequest() {
    send("{\"type\":".getBytes(StandardCharsets.UTF_8))
        .statusCode(400)
        .contentType(startsWith("application/problem+json"))
        .body("status", is(400))
        .body("errors[0].field", is("body"))
        .body("errors[0].allowed", is("a JSON object {type, timestamp, data}"));
    send("[]".getBytes(StandardCharsets.UTF_8)).statusCode(400).body("errors[0].field", is("body"));
  }

  @Test
  void everyMissingFieldIsNamedAtOnce() {
    ObjectNode data = Told.post("hook-missing", "kettlery");
    data.remove("id");
    data.remove("text");
    data.remove("createdAt");
    ((ObjectNode) data.get("author")).remove("id");

    send(Told.created(data))
        .statusCode(422)
        .contentType(startsWith("application/problem+json"))
        .body("errors.field", hasItem("data.id"))
        .body("errors.field", hasItem("data.text"))
        .body("errors.field", hasItem("data.author.id"))
        .body("errors.field", hasItem("data.createdAt"));
  }

  @Test
  void aTextThatIsTooLongOrOfTheWrongTypeIsNamed() {
    send(Told.created(Told.post("hook-long", "k".repeat(50_001))))
        .statusCode(422)
        .body("errors.field", hasItem("data.text"));
    send(Told.created(Told.post("hook-number", "kettlery").put("text", 7)))
        .statusCode(422)
        .body("errors.field", hasItem("data.text"));
    send(Told.body("mention.liked", Told.post("hook-type", "kettlery")))
        .statusCode(422)
        .body("errors.field", hasItem("type"));
  }

  @Test
  void aTextOfJustTheLongestLengthIsAccepted() {
    send(Told.created(Told.post("hook-longest", "k".repeat(50_000)))).statusCode(202);
  }

  @Test
  void aBodyOverTheLimitIsTooLarge() {
    ObjectNode data = Told.post("hook-large", "kettlery").put("ignored", "x".repeat(256 * 1024));

    send(Told.created(data)).statusCode(413).contentType(startsWith("application/problem+json"));
  }

  @Test
  void aTimeBeyondAllTimesIsNamed() {
    send(Told.created(Told.post("hook-time", "kettlery").put("createdAt", BEYOND)))
        .statusCode(422)
        .body("errors.field", hasItem("data.createdAt"));
  }

  @Test
  void aLargeBodyIsTurnedAwayUnread() throws IOException {
    URI hook = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/hooks/hooks");
    try (Socket socket = new Socket(hook.getHost(), hook.getPort())) {
      socket.setSoTimeout(10_000);
      String head =
          "POST /hooks/hooks HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
              + "Content-Length: 10000000\r\n\r\n{";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

      byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 413".length());

      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void anEditCarriesTheNewTextAndAHigherVersion() {
    send(Told.created(Told.post("hook-edit", "kettlery leaks"))).statusCode(202);
    ObjectNode edited = Told.post("hook-edit", "kettlery does not leak");

    send(Told.body("mention.updated", edited.put("editedAt", "2026-03-02T12:30:00Z")))
        .statusCode(202);
    send(Told.body("mention.updated", edited)).statusCode(202);

    assertThat(Wire.heardOf("mastodon:hook-edit"))
        .hasSize(2)
        .last()
        .isInstanceOfSatisfying(
            MentionEdited.class,
            event -> {
              assertThat(event.mention().text()).isEqualTo("kettlery does not leak");
              assertThat(event.mention().state()).isEqualTo(PostState.EDITED);
              assertThat(event.networkVersion())
                  .isEqualTo(Instant.parse("2026-03-02T12:30:00Z").toEpochMilli());
            });
  }

  @Test
  void aDeletedPostLeavesATombstoneThatNothingRevives() {
    byte[] created = Told.created(Told.post("hook-gone", "kettlery"));
    ObjectNode id = Told.post("hook-gone", "");
    id.retain("id", "network");
    send(created).statusCode(202);

    send(Told.body("mention.deleted", id)).statusCode(202);
    send(Told.body("mention.deleted", id)).statusCode(202);
    send(created).statusCode(202);

    assertThat(Wire.heardOf("mastodon:hook-gone"))
        .hasSize(2)
        .last()
        .isInstanceOfSatisfying(
            MentionDeleted.class,
            event -> {
              assertThat(event.networkVersion()).isGreaterThan(1);
              assertThat(event.conversationId()).isEqualTo("mastodon:hook-gone");
            });
  }

  @Test
  void editsAndDeletesOfPostsThatWereNeverHeardAreDropped() {
    send(Told.body("mention.updated", Told.post("hook-unheard", "kettlery"))).statusCode(202);
    send(Told.body("mention.deleted", Told.post("hook-unheard", "kettlery"))).statusCode(202);

    assertThat(Wire.heardOf("mastodon:hook-unheard")).isEmpty();
  }

  @Test
  void anAnswerJoinsTheConversationOfThePostItAnswers() {
    send(Told.created(Told.post("hook-root", "kettlery?"))).statusCode(202);
    send(Told.created(Told.post("hook-child", "yes").put("inReplyTo", "hook-root")))
        .statusCode(202);
    send(Told.created(Told.post("hook-grandchild", "ok").put("inReplyTo", "mastodon:hook-child")))
        .statusCode(202);

    assertThat(Wire.heardOf("mastodon:hook-grandchild"))
        .singleElement()
        .satisfies(event -> assertThat(event.conversationId()).isEqualTo("mastodon:hook-root"));
  }

  @Test
  void aPostThatNamesNobodyBelongsToItsSourcesBrand() {
    send(Told.created(Told.post("hook-nobody", "it leaks"))).statusCode(202);

    assertThat(Wire.heardOf("mastodon:hook-nobody"))
        .singleElement()
        .isInstanceOfSatisfying(
            MentionPosted.class,
            posted ->
                assertThat(posted.mention().matched())
                    .containsExactly(new Match("source:hooks", Match.Kind.BRAND, "Teapotia")));
  }

  @Test
  void aPostByAnAccountOfTheCompanyIsItsOwn() {
    ObjectNode data = Told.post("hook-own", "Welcome to kettlery");
    ((ObjectNode) data.get("author")).put("id", "9").put("handle", "kettlery_official");

    send(Told.created(data)).statusCode(202);

    assertThat(Wire.heardOf("mastodon:hook-own"))
        .singleElement()
        .isInstanceOfSatisfying(
            MentionPosted.class, posted -> assertThat(posted.mention().own()).isTrue());
  }

  @Test
  void anIdWithoutItsNetworkGetsOne() {
    ObjectNode bare = Told.post("hook-bare", "kettlery").put("id", "hook-bare");
    ObjectNode barest = Told.post("hook-barest", "kettlery").put("id", "hook-barest");
    barest.remove("network");

    send(Told.created(bare)).statusCode(202);
    send(Told.created(barest)).statusCode(202);

    assertThat(Wire.heardOf("mastodon:hook-bare")).hasSize(1);
    assertThat(Wire.heardOf("hooks:hook-barest")).hasSize(1);
  }

  static ValidatableResponse send(byte[] body) {
    return send("hooks", NetworkStub.SECRET, Instant.now(), body);
  }

  private static ValidatableResponse send(String source, String secret, Instant at, byte[] body) {
    String id = "msg_" + Integer.toHexString(java.util.Arrays.hashCode(body));
    String signature;
    try {
      signature =
          new Webhook(secret)
              .sign(id, at.getEpochSecond(), new String(body, StandardCharsets.UTF_8));
    } catch (WebhookSigningException e) {
      throw new AssertionError(e);
    }
    return given()
        .contentType("application/json")
        .header("webhook-id", id)
        .header("webhook-timestamp", at.getEpochSecond())
        .header("webhook-signature", signature)
        .body(body)
        .post("/hooks/{source}", source)
        .then();
  }
}
