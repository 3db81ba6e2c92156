package dev.frontline.dashboard;

import static dev.frontline.dashboard.Callers.anna;
import static dev.frontline.dashboard.Callers.lena;
import static dev.frontline.dashboard.Callers.odin;
import static dev.frontline.dashboard.Callers.sam;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

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
import org.junit.jupiter.api.Test;

/** Posts over the public API, with what became of them. */
@QuarkusTest
@TestProfile(DashboardTestProfile.class)
class MentionsRestTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject EventPublisher publisher;

  @Test
  void a_mention_with_its_case_is_read_by_id_and_by_key() {
    Mention post = Fixture.aPost("mastodon:https://social.example/a/1", "Late again, Aurora!");
    CaseState opened = Fixture.aCase("case-m1", post, "customer-service");
    publisher.publish(
        List.of(
            Fixture.routed(post, Outcome.OPENED, List.of("case-m1")),
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
  void a_posts_answers_of_all_its_cases_are_told_with_it() {
    Mention post = Fixture.aPost("mastodon:https://social.example/g/1", "Two brands, one mess");
    publisher.publish(
        List.of(
            Fixture.classified(post, Fixture.aComplaint()),
            Fixture.routed(post, Outcome.OPENED, List.of("case-g1", "case-g2")),
            Fixture.opened(answeredBy("anna", "case-g1", post, "We look into it <now>")),
            Fixture.opened(answeredBy("sam", "case-g2", post, "So do we"))));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                anna()
                    .get("/api/v1/mentions/" + post.key())
                    .then()
                    .statusCode(200)
                    .body("case.id", equalTo("case-g1"))
                    .body("replies.text", containsInAnyOrder("We look into it <now>", "So do we")));
    anna()
        .get("/api/v1/mentions/" + post.key())
        .then()
        .body("replies.by", contains("anna", "sam"))
        .body("replies.state", contains("delivered", "delivered"))
        .body("replies[1].url", equalTo("https://social.example/answers/case-g2"));
    anna()
        .get("/api/v1/mentions?outcome=opened&q=mess")
        .then()
        .body("items[0].case.state", equalTo("queued"))
        .body("items[0].replies.by", contains("anna", "sam"));
    anna()
        .get("/mentions/" + post.key())
        .then()
        .statusCode(200)
        .body(containsString("<b>Anna Agent</b>"))
        .body(containsString("We look into it &lt;now&gt;"))
        .body(containsString("on mastodon"))
        .body(containsString("href=\"https://social.example/answers/case-g2\""));
  }

  private static CaseState answeredBy(String user, String id, Mention post, String text) {
    return Fixture.answered(Fixture.aCase(id, post, "customer-service"), post, user, text);
  }

  private static RequestSpecification json(RequestSpecification who, String body) {
    return who.contentType("application/json").body(body);
  }
}
