package dev.frontline.ingest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(NetworkStub.class)
class TrialRestTest {

  @Inject InternalTokens tokens;

  @Test
  void aSourceIsTriedOutAndDroppingItLetsItRest() {
    post("source:astray-news", Map.of("days", 14))
        .then()
        .statusCode(200)
        .body("state", is("running"));
    lead()
        .get("/internal/trials/source:astray-news")
        .then()
        .statusCode(200)
        .body("name", is("astray-news"), "brought", equalTo(0));

    post("source:astray-news/decide", Map.of("decision", "drop"))
        .then()
        .statusCode(200)
        .body("state", is("drop"), "decidedBy", is("lena"));

    lead().get("/internal/sources").then().body("find { it.id == 'astray-news' }.paused", is(true));
    post("source:astray-news/decide", Map.of("decision", "staff")).then().statusCode(200);
    lead()
        .get("/internal/sources")
        .then()
        .body("find { it.id == 'astray-news' }.paused", is(false));
  }

  @Test
  void aDroppedQueryOfTheCompanyFileIsGone() {
    post("query:campaign:Slow Sunday", Map.of("days", 3)).then().statusCode(200);

    post("query:campaign:Slow Sunday/decide", Map.of("decision", "drop")).then().statusCode(200);

    lead().get("/internal/queries").then().body("items.id", not(hasItem("campaign:Slow Sunday")));
  }

  @Test
  void whatIsNotThereAndWhatNobodyCanDecideIsRefused() {
    post("source:nowhere", Map.of("days", 3)).then().statusCode(404);
    post("source:news", Map.of("days", 0)).then().statusCode(422);
    post("source:news/decide", Map.of("decision", "perhaps")).then().statusCode(422);
    post("source:hooks/decide", Map.of("decision", "staff")).then().statusCode(404);
    RestAssured.given()
        .header(
            "Authorization", "Bearer " + tokens.issue(new Caller("ana", Set.of("agent"), Set.of())))
        .get("/internal/trials")
        .then()
        .statusCode(403);
  }

  private Response post(String path, Map<String, ?> body) {
    return lead().contentType("application/json").body(body).post("/internal/trials/" + path);
  }

  private RequestSpecification lead() {
    Caller lena = new Caller("lena", Set.of("social-lead"), Set.of());
    return RestAssured.given().header("Authorization", "Bearer " + tokens.issue(lena));
  }
}
