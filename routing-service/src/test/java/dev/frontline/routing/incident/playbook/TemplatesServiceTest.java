package dev.frontline.routing.incident.playbook;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people edit: playbooks, and how alerts read. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "config", value = "src/test/resources/company.yaml"))
class TemplatesServiceTest {

  private static final String LEGAL = "/internal/playbooks/legal";
  private static final String LEAD = "/internal/notifications/templates/opportunity";

  @Inject InternalTokens tokens;

  @Test
  void anEditedPlaybookIsTheChecklistOfTheNextIncidentAndCanBeGivenUp() {
    lea()
        .body(Map.of("version", 0, "steps", List.of("Call legal", " "), "statement", "We look."))
        .put(LEGAL)
        .then()
        .statusCode(200)
        .body("origin", is("edited"), "steps", contains("Call legal"), "version", is(1));

    lea()
        .body(Map.of("brand", "Kettlery", "title", "A letter came", "riskKind", "legal"))
        .post("/internal/incidents")
        .then()
        .statusCode(200)
        .body("checklist.text", contains("Call legal"), "statement.text", is("We look."));

    lea().body(Map.of("version", 0, "steps", List.of("x"))).put(LEGAL).then().statusCode(409);
    lea()
        .body(Map.of("version", 1, "steps", List.of()))
        .put(LEGAL)
        .then()
        .statusCode(422)
        .body("field", is("steps"), "allowed", contains("1 to 30 steps"));
    as("ana", "agent").body(Map.of("version", 1)).put(LEGAL).then().statusCode(403);
    lea().delete(LEGAL + "?version=1").then().statusCode(200).body("origin", is("shipped"));
    lea().body(Map.of()).put("/internal/playbooks/weather").then().statusCode(404);
  }

  @Test
  void howAnAlertReadsIsEditedWithKnownFieldsOnly() {
    lea()
        .body(Map.of("version", 0, "title", "{brand}!", "lines", List.of("{title}", "{lines}")))
        .put(LEAD)
        .then()
        .statusCode(200)
        .body("example.title", is("Kettlery!"), "shipped", is(false));
    lea()
        .body(Map.of("version", 1, "title", "{who}", "lines", List.of()))
        .put(LEAD)
        .then()
        .statusCode(422)
        .body("field", is("title"), "allowed", hasItem("{brand}"));
    as("ana", "agent").body(Map.of("version", 1)).put(LEAD).then().statusCode(403);
    lea().delete(LEAD + "?version=1").then().statusCode(200).body("shipped", is(true));
  }

  private RequestSpecification lea() {
    return as("lea", "social-lead");
  }

  private RequestSpecification as(String user, String role) {
    Caller caller = new Caller(user, Set.of(role), Set.of());
    return given()
        .contentType(ContentType.JSON)
        .header("Authorization", "Bearer " + tokens.issue(caller));
  }
}
