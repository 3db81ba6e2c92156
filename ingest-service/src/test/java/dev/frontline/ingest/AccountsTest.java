package dev.frontline.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(NetworkStub.class)
class AccountsTest {

  @Inject InternalTokens tokens;

  @Test
  void aBlueskyAccountIsConnectedByItsAppPasswordWhichNeverComesOutAgain() {
    connect("sky", Map.of("handle", "kettlery.example", "password", NetworkStub.WORD))
        .then()
        .statusCode(200)
        .body("id", is("sky~did:plc:kettlery"))
        .body("handle", is("kettlery.example"))
        .body("state", is("connected"))
        .body("posts", is(true));

    String all = Inside.asked(tokens).get("/internal/accounts").then().extract().asString();

    org.assertj.core.api.Assertions.assertThat(all)
        .contains("sky~did:plc:kettlery")
        .doesNotContain(NetworkStub.WORD);
    Inside.asked(tokens)
        .get("/internal/sources")
        .then()
        .body("find { it.id == 'sky' }.canReply", is(true));
    Inside.asked(tokens)
        .get("/internal/channels")
        .then()
        .body("find { it.source == 'sky' }.here", is(true))
        .body("find { it.source == 'sky' }.longest", is(300))
        .body("find { it.source == 'sky' }.speakers.handle", hasItem("kettlery.example"))
        .body("find { it.source == 'hooks' }.here", is(true))
        .body("find { it.source == 'news' }.here", is(false))
        .body("find { it.source == 'news' }.why", containsString("takes no answers"));
  }

  @Test
  void aWrongPasswordIsToldAndNotStored() {
    connect("sky", Map.of("handle", "other.example", "password", "not-this-one"))
        .then()
        .statusCode(422)
        .body("detail", containsString("Nothing was stored"))
        .body("detail", not(containsString("not-this-one")));
  }

  @Test
  void aMastodonServerIsAskedForAClientAndThenForConsent() {
    String state =
        Inside.asked(tokens)
            .contentType(ContentType.JSON)
            .body(Map.of("source", "masto", "redirect", "out-of-band"))
            .post("/internal/accounts/consents")
            .then()
            .statusCode(200)
            .body("address", containsString("/masto/oauth/authorize?response_type=code"))
            .body("address", containsString("client_id=made-client"))
            .body("address", containsString("redirect_uri=urn%3Aietf%3Awg%3Aoauth%3A2.0%3Aoob"))
            .extract()
            .path("state");

    Inside.asked(tokens)
        .contentType(ContentType.JSON)
        .body(Map.of("state", state, "code", "shown-code"))
        .post("/internal/accounts/consents/finish")
        .then()
        .statusCode(200)
        .body("id", is("masto~42"))
        .body("handle", is("kettlery"))
        .body("scopes", hasItem("write:statuses"))
        .body("first", is(true));
    Inside.asked(tokens)
        .post("/internal/accounts/masto~42/test")
        .then()
        .statusCode(200)
        .body("state", is("connected"));
    Inside.asked(tokens)
        .contentType(ContentType.JSON)
        .body(Map.of("roles", java.util.List.of("nobody")))
        .put("/internal/accounts/masto~42/roles")
        .then()
        .statusCode(422);
    Inside.asked(tokens)
        .contentType(ContentType.JSON)
        .body(Map.of("roles", java.util.List.of("agent")))
        .put("/internal/accounts/masto~42/roles")
        .then()
        .statusCode(200)
        .body("roles", is(java.util.List.of("agent")));
    Inside.asked(tokens).delete("/internal/accounts/masto~42").then().statusCode(200);
    Inside.asked(tokens).delete("/internal/accounts/masto~42").then().statusCode(404);
  }

  @Test
  void aSourceThatIsNotThereIsNamedWithThoseThatAre() {
    connect("nowhere", Map.of()).then().statusCode(404).body("detail", containsString("masto"));
  }

  @Test
  void onlyWhoLooksAfterItAllMayConnect() {
    given()
        .header(
            "Authorization",
            "Bearer "
                + tokens.issue(new Caller("ana", Set.of("agent"), Set.of("customer-service"))))
        .get("/internal/accounts")
        .then()
        .statusCode(403)
        .contentType(startsWith("application/problem+json"));
  }

  private io.restassured.response.Response connect(String source, Map<String, String> fields) {
    return Inside.asked(tokens)
        .contentType(ContentType.JSON)
        .body(Map.of("source", source, "fields", fields))
        .post("/internal/accounts");
  }
}
