package dev.frontline.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.IngestEvent.MentionPosted;
import dev.frontline.ingest.source.Signatures;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that call, over HTTP: what they sign, what they ask, what they must not. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(NetworkStub.class)
class NetworkHooksTest {

  private static final String FACEBOOK =
      """
      {"object":"page","entry":[{"id":"PAGE","time":1772452800,"changes":[{"field":"feed","value":{
        "item":"comment","verb":"@VERB@","comment_id":"P_9","post_id":"PAGE_P","parent_id":"PAGE_P",
        "from":{"id":"U1","name":"Jo"},"message":"my kettlery leaks","created_time":1772452700}}]}]}
      """;
  private static final String INSTAGRAM =
      """
      {"object":"instagram","entry":[{"id":"I","time":1772452800,"changes":[{"field":"comments","value":{
        "id":"C9","text":"nice kettlery","from":{"id":"U2","username":"jo"},"media":{"id":"M1"}}}]}]}
      """;
  private static final String DISCOURSE =
      """
      {"post":{"id":9,"topic_id":2,"post_number":3,"username":"jo","raw":"my kettlery leaks",
        "created_at":"2026-03-02T11:00:00Z","updated_at":"2026-03-02T11:30:00Z","topic_slug":"x",
        "topic_title":"X"}}
      """;

  @Test
  void facebookIsToldAndItsRemovalFollowed() {
    meta(FACEBOOK.replace("@VERB@", "add"))
        .post("/hooks/page")
        .then()
        .statusCode(202)
        .body("parked", is(false));
    meta(FACEBOOK.replace("@VERB@", "remove")).post("/hooks/page").then().statusCode(202);

    assertThat(Wire.heardOf("facebook:P_9"))
        .hasSize(2)
        .hasAtLeastOneElementOfType(MentionPosted.class)
        .hasAtLeastOneElementOfType(MentionDeleted.class);
  }

  @Test
  void instagramIsToldOnceHoweverOftenItCalls() {
    for (int time = 0; time < 2; time++) {
      meta(INSTAGRAM).post("/hooks/gram").then().statusCode(202);
    }

    assertThat(Wire.heardOf("instagram:C9")).hasSize(1);
  }

  @Test
  void aForumIsToldByItsOwnSignature() {
    given()
        .contentType("application/json")
        .header("X-Discourse-Event", "post_created")
        .header(
            "X-Discourse-Event-Signature",
            "sha256=" + Signatures.hex(NetworkStub.APP_SECRET, bytes(DISCOURSE)))
        .body(bytes(DISCOURSE))
        .post("/hooks/forum")
        .then()
        .statusCode(202);

    assertThat(Wire.heardOf("discourse:forum.invalid/9")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page", "gram", "forum", "news"})
  void whatIsNotSignedWithTheSecretIsRefused(String source) {
    byte[] body = bytes(INSTAGRAM.replace("C9", "forged"));
    String another = "sha256=" + Signatures.hex("another", body);

    given()
        .contentType("application/json")
        .body(body)
        .post("/hooks/" + source)
        .then()
        .statusCode(401);
    given()
        .contentType("application/json")
        .headers(
            Map.of(
                "X-Hub-Signature-256", another,
                "X-Hub-Signature", another,
                "X-Discourse-Event-Signature", another))
        .body(body)
        .post("/hooks/" + source)
        .then()
        .statusCode(401);

    assertThat(Wire.heardOf("instagram:forged")).isEmpty();
  }

  @Test
  void aBodyThatWasChangedOnItsWayIsRefused() {
    String signature = Signatures.hex(NetworkStub.APP_SECRET, bytes(INSTAGRAM));

    given()
        .contentType("application/json")
        .header("X-Hub-Signature-256", "sha256=" + signature)
        .body(bytes(INSTAGRAM.replace("C9", "changed")))
        .post("/hooks/gram")
        .then()
        .statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page", "gram", "forum"})
  void aBodyOfMoreThanTwoMegabytesIsTooLarge(String source) {
    meta("{\"x\":\"" + "y".repeat(2 * 1024 * 1024) + "\"}")
        .post("/hooks/" + source)
        .then()
        .statusCode(413);
  }

  @Test
  void whatIsSignedAndCannotBeReadIsKeptAndNotSentAgain() {
    meta("{\"entry\":[{\"ch").post("/hooks/gram").then().statusCode(202).body("parked", is(true));
  }

  @Test
  void onlyWhoKnowsTheTokenGetsItsChallengeBack() {
    String echo =
        challenge("right").get("/hooks/page").then().statusCode(200).extract().body().asString();
    assertThat(echo).isEqualTo("1158201444");

    challenge("wrong").get("/hooks/page").then().statusCode(404);
    challenge("right").get("/hooks/hooks").then().statusCode(404);
    challenge("right").get("/hooks/nowhere").then().statusCode(404);
  }

  private static RequestSpecification challenge(String token) {
    return given()
        .queryParam("hub.mode", "subscribe")
        .queryParam("hub.verify_token", token)
        .queryParam("hub.challenge", "1158201444");
  }

  private static RequestSpecification meta(String body) {
    return given()
        .contentType("application/json")
        .header(
            "X-Hub-Signature-256", "sha256=" + Signatures.hex(NetworkStub.APP_SECRET, bytes(body)))
        .body(bytes(body));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
