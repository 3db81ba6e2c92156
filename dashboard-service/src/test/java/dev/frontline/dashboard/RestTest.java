package dev.frontline.dashboard;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
  void a_mention_with_its_case_is_read_by_id_and_by_key() {
    Mention post = Fixture.aPost("mastodon:https://social.example/a/1", "Late again, Aurora!");
    CaseState opened = Fixture.aCase("case-a1", post, "customer-service");
    publisher.publish(
        List.of(
            Fixture.routed(post, Outcome.OPENED, List.of("case-a1")),
            Fixture.classified(post, Fixture.aComplaint()),
            Fixture.opened(opened)));

    String encoded = URLEncoder.encode(post.id(), StandardCharsets.UTF_8);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                anna()
                    .urlEncodingEnabled(false)
                    .get("/api/v1/mentions/" + encoded)
                    .then()
                    .statusCode(200)
                    .body("key", equalTo(post.key()))
                    .body("labels.complaint.why", contains("late again"))
                    .body("labels.praise", nullValue())
                    .body("outcome", equalTo("opened"))
                    .body("route.rule", equalTo("complaints"))
                    .body("why", hasItem(containsString("Complaint, 93 %")))
                    .body("case.state", equalTo("queued")));
    anna().get("/api/v1/mentions/" + post.key()).then().statusCode(200);
    anna()
        .get("/api/v1/mentions/mastodon-unknown")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

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
  void a_post_is_read_and_labelled_by_the_departments_of_its_case_and_filed_ones_by_all() {
    Mention sold = Fixture.aPost("mastodon:https://social.example/f/1", "A group fare, please");
    Mention filed = Fixture.aPost("mastodon:https://social.example/f/2", "Nice livery");
    publisher.publish(
        List.of(
            Fixture.classified(sold, Fixture.aComplaint()),
            Fixture.routed(sold, Outcome.OPENED, List.of("case-f1")),
            Fixture.opened(Fixture.aCase("case-f1", sold, "sales")),
            Fixture.classified(filed, Fixture.aComplaint()),
            Fixture.routed(filed, Outcome.FILED, List.of())));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              sam()
                  .get("/api/v1/mentions/" + sold.key())
                  .then()
                  .statusCode(200)
                  .body("case.state", equalTo("queued"))
                  .body("text", equalTo("A group fare, please"));
              anna()
                  .get("/api/v1/mentions/" + filed.key())
                  .then()
                  .body("outcome", equalTo("filed"))
                  .body("text", equalTo("Nice livery"));
            });

    anna().get("/api/v1/mentions/" + sold.key()).then().statusCode(403);
    odin().get("/api/v1/mentions/" + sold.key()).then().statusCode(200);
    lena().get("/api/v1/mentions/" + sold.key()).then().statusCode(200);
    String opened = "/api/v1/mentions?outcome=opened&q=group";
    sam().get(opened).then().body("items.key", hasItem(sold.key()));
    anna().get(opened).then().statusCode(200).body("items.key", not(hasItem(sold.key())));
    String word = "{\"lead\":true}";
    json(anna(), word).post("/api/v1/mentions/" + sold.key() + "/labels").then().statusCode(403);
    json(odin(), word).post("/api/v1/mentions/" + sold.key() + "/labels").then().statusCode(403);
    json(anna(), "{}").post("/api/v1/mentions/" + sold.key() + "/open").then().statusCode(403);
    json(sam(), word).post("/api/v1/mentions/" + sold.key() + "/labels").then().statusCode(200);
    json(anna(), word).post("/api/v1/mentions/" + filed.key() + "/labels").then().statusCode(200);
  }

  private static RequestSpecification json(RequestSpecification who, String body) {
    return who.contentType("application/json").body(body);
  }

  private static RequestSpecification odin() {
    return given().auth().preemptive().basic("odin", "odin-password");
  }

  @Test
  void a_withdrawn_post_is_forgotten() {
    Mention post = Fixture.aPost("mastodon:https://social.example/c/1", "I take this back");
    publisher.publish(
        List.of(Fixture.classified(post, Fixture.aComplaint()), Fixture.withdrawn(post)));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                anna()
                    .get("/api/v1/mentions/" + post.key())
                    .then()
                    .statusCode(200)
                    .body("withdrawn", equalTo(true))
                    .body("text", nullValue()));
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

  private static RequestSpecification anna() {
    return given().auth().preemptive().basic("anna", "anna-password");
  }

  private static RequestSpecification sam() {
    return given().auth().preemptive().basic("sam", "sam-password");
  }

  private static RequestSpecification lena() {
    return given().auth().preemptive().basic("lena", "lena-password");
  }
}
