package dev.frontline.dashboard;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was answered to a post, told with the post. */
@QuarkusTest
@TestProfile(DashboardTestProfile.class)
class MentionAnswersTest {

  @Inject EventPublisher publisher;

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
        .atMost(Duration.ofSeconds(30))
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

  private static RequestSpecification anna() {
    return given().auth().preemptive().basic("anna", "anna-password");
  }
}
