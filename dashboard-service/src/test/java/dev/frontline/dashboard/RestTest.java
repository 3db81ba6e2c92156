package dev.frontline.dashboard;

import static dev.frontline.dashboard.Callers.anna;
import static dev.frontline.dashboard.Callers.lena;
import static dev.frontline.dashboard.Callers.sam;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DashboardTestProfile.class)
class RestTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject EventPublisher publisher;

  @ConfigProperty(name = "test.stub")
  String stub;

  @Test
  void people_see_the_cases_of_their_departments_and_the_lead_sees_all() {
    Mention post = Fixture.aPost("mastodon:https://social.example/b/1", "Café séats for 400?");
    publisher.publish(
        List.of(
            Fixture.opened(Fixture.aCase("case-b1", post, "customer-service")),
            Fixture.opened(Fixture.aCase("case-b2", post, "sales"))));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                lena()
                    .queryParam("q", "cafe seats")
                    .get("/api/v1/cases?size=200&state=open")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem("case-b1"))
                    .body("items.id", hasItem("case-b2"))
                    .body("total", equalTo(2)));
    sam()
        .get("/api/v1/cases?size=200&label=complaint")
        .then()
        .body("items.id", hasItem("case-b2"))
        .body("items.id", not(hasItem("case-b1")));
    anna().get("/api/v1/cases/case-b2").then().statusCode(403);
    anna()
        .get("/api/v1/cases/case-b1")
        .then()
        .statusCode(200)
        .body("due.why", containsString("60 min"))
        .body("mentions[0].labels.complaint.p", equalTo(0.93f))
        .body("assignee", nullValue());
    anna()
        .get("/api/v1/cases?page=abc")
        .then()
        .statusCode(422)
        .body("detail", containsString("page"))
        .body("allowed", hasSize(1));
    anna()
        .get("/api/v1/mentions?outcome=bogus")
        .then()
        .statusCode(422)
        .body("detail", containsString("outcome"))
        .body("allowed", hasItem("filed"));
    anna().get("/api/v1/cases?state=lost").then().statusCode(422).body("allowed", hasItem("open"));
  }

  @Test
  void a_command_is_carried_to_routing_and_answers_with_the_new_version() throws Exception {
    Mention post = Fixture.aPost("mastodon:https://social.example/d/1", "Where is my bag?");
    CaseState opened = Fixture.aCase("case-d1", post, "customer-service");
    given().body(Json.MAPPER.writeValueAsString(opened)).post(stub + "/test/cases");
    publisher.publish(List.of(Fixture.opened(opened)));
    await()
        .atMost(SOON)
        .untilAsserted(() -> anna().get("/api/v1/cases/case-d1").then().statusCode(200));

    anna()
        .contentType("application/json")
        .body("{\"version\":1}")
        .post("/api/v1/cases/case-d1/take")
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("state", equalTo("taken"));
    anna().get("/api/v1/cases/case-d1").then().body("version", equalTo(2));
    anna()
        .contentType("application/json")
        .body("{\"version\":1}")
        .post("/api/v1/cases/case-d1/take")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("allowed", hasItem("take"))
        .body("current.state", equalTo("taken"))
        .body("current.mentions[0].key", equalTo(post.key()));
    anna()
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/cases/case-d1/explode")
        .then()
        .statusCode(404);
    sam()
        .contentType("application/json")
        .body("{\"version\":2}")
        .post("/api/v1/cases/case-d1/take")
        .then()
        .statusCode(403);
  }

  @Test
  void nobody_is_let_in_without_a_right_password() {
    given().get("/api/v1/cases").then().statusCode(401);
    given().auth().preemptive().basic("anna", "wrong").get("/api/v1/cases").then().statusCode(401);
    given()
        .auth()
        .preemptive()
        .basic("nobody", "wrong")
        .get("/api/v1/cases")
        .then()
        .statusCode(401);
    given().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void an_undecodable_record_is_set_aside_and_shown() {
    publisher.publish(
        List.of(new ProducerRecord<>("mentions.classified", "k", "not json".getBytes())));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                lena()
                    .get("/api/v1/ops")
                    .then()
                    .statusCode(200)
                    .body("deadLetters.group", hasItem("dashboard"))
                    .body("accepted", equalTo(3))
                    .body("opened", equalTo(2)));
    anna().get("/api/v1/ops").then().statusCode(403);
  }
}
