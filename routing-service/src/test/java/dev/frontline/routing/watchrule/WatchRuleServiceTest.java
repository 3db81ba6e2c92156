package dev.frontline.routing.watchrule;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.source.SourceEvent;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.routing.Heard;
import dev.frontline.routing.Wire;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From a judged post, through the detector's counts, to a notice: in the running service. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "config", value = "src/test/resources/company.yaml"))
class WatchRuleServiceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String RULES = "/internal/watch-rules";
  private static final String LOG = "/internal/notifications?size=200&kind=";

  @Inject InternalTokens tokens;
  @Inject EventPublisher publisher;

  @Test
  void aPostOfAnAccountThatManyFollowIsToldByTheRuleOfTheCompanyFile() {
    try (Wire wire = new Wire()) {
      wire.send(
          Heard.post("famous")
              .by("famous")
              .followedBy(250_000)
              .labelled("pr_risk")
              .saying("Nobody should buy this kettle")
              .at(Instant.now())
              .classified());
      wire.flush();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  as("lea", "social-lead")
                      .get(LOG + "watch-rule")
                      .then()
                      .body("items.title", hasItem("Kettlery: A famous voice")));
      as("lea", "social-lead")
          .get(RULES)
          .then()
          .body("items.find { it.id == 'famous' }.fired.brand", contains("Kettlery"))
          .body("items.find { it.id == 'famous' }.file", is(true));
      as("lea", "social-lead")
          .body(Map.of("when", "any post of an account above 200,000 followers"))
          .post(RULES + "/dry-run")
          .then()
          .statusCode(200)
          .body("fired", is(1))
          .body("recordedHours", greaterThan(0));
    }
  }

  @Test
  void peopleDecideAboutRulesThatTellThemselvesAndTheirDepartments() {
    Map<String, Object> mine =
        Map.of("name", "Mine", "when", "volume ×5", "people", List.of("ben"));
    String id =
        as("ben", "sales", "sales")
            .body(mine)
            .post(RULES)
            .then()
            .statusCode(201)
            .body("when", is("volume ×5 within 60 minutes, at least 10 posts"))
            .extract()
            .path("id");
    as("ben", "sales", "sales")
        .body(Map.of("name", "Yours", "when", "volume ×5", "department", "pr"))
        .post(RULES)
        .then()
        .statusCode(403)
        .body("field", is("department"))
        .body("allowed", hasItem("sales"));
    as("ana", "agent", "customer-service").delete(RULES + "/{id}", id).then().statusCode(403);
    as("ben", "sales", "sales")
        .body(Map.of("name", "Mine", "when", "loud", "people", List.of("ben"), "version", 1))
        .put(RULES + "/{id}", id)
        .then()
        .statusCode(422)
        .body("field", is("when"))
        .body("allowed", hasItem("volume ×3"));
    as("ben", "sales", "sales")
        .body(Map.of("name", "Mine", "when", "volume ×6", "people", List.of("ben"), "version", 7))
        .put(RULES + "/{id}", id)
        .then()
        .statusCode(409);
    as("ben", "sales", "sales")
        .body(Map.of("name", "Mine", "when", "volume ×6", "people", List.of("ben"), "version", 1))
        .put(RULES + "/{id}", id)
        .then()
        .statusCode(200)
        .body("version", is(2));

    as("lea", "social-lead").delete(RULES + "/{id}", id).then().statusCode(204);

    as("ben", "sales", "sales").get(RULES).then().body("items.id", not(hasItem(id)));
  }

  @Test
  void aSourceThatFallsSilentIsTold() {
    SourceEvent silent =
        new SourceEvent.SourceSilent("hooks", Instant.now(), null, "nothing came for 2 h");
    publisher.publish(
        List.of(
            EventCodec.toRecord(
                TopicPlan.SOURCES,
                "hooks",
                EventFamily.SOURCES,
                Envelope.of("silent-1", "/frontline/ingest", Instant.now(), silent))));

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as("lea", "social-lead")
                    .get(LOG + "source-silent")
                    .then()
                    .body("items.title", contains("Nothing comes from hooks")));
  }

  private RequestSpecification as(String user, String role, String... departments) {
    Caller caller = new Caller(user, Set.of(role), Set.of(departments));
    return given()
        .contentType(ContentType.JSON)
        .header("Authorization", "Bearer " + tokens.issue(caller));
  }
}
