package dev.frontline.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a judged post to the department's channel, in the running service. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "config", value = "src/test/resources/company.yaml"))
@QuarkusTestResource(SinkStub.class)
class NoticesServiceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LOG = "/internal/notifications";

  @Inject InternalTokens tokens;
  private Wire wire;

  @BeforeEach
  void open() {
    wire = new Wire();
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void aLeadArrivesInTheChannelOfSalesOnceThoughItIsHeardTwice() {
    Heard lead =
        Heard.post("told-once").by("otto").labelled("lead").saying("told once").at(Instant.now());
    wire.send(lead.classified());
    wire.flush();
    await().atMost(PATIENCE).until(() -> !SinkStub.shown("told once").isEmpty());
    wire.send(lead.classified());
    wire.send(
        Heard.post("later")
            .by("l")
            .labelled("lead")
            .saying("told later")
            .at(Instant.now())
            .classified());
    wire.flush();
    await().atMost(PATIENCE).until(() -> !SinkStub.shown("told later").isEmpty());

    assertThat(SinkStub.shown("told once")).containsExactly("Lead: otto on mastodon, Kettlery");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as("ben", "sales", "sales")
                    .get(LOG + "?state=sent")
                    .then()
                    .statusCode(200)
                    .body("items.title", hasItem("Lead: otto on mastodon, Kettlery")));
    as("ana", "agent", "customer-service").get(LOG + "?kind=lead").then().body("items", empty());
    String metrics = given().get("/q/metrics").asString();
    assertThat(metrics)
        .containsPattern("frontline_alerts_delivered_total\\{[^}]*sink=\"chat\"[^}]*} [1-9]")
        .containsPattern("frontline_alerts_failed_total\\{[^}]*sink=\"chat\"[^}]*} ")
        .containsPattern("frontline_alerts_oldest_age_seconds\\{[^}]*sink=\"chat\"[^}]*} ")
        .containsPattern("frontline_incidents_open\\{[^}]*state=\"alerted\"[^}]*} ");
  }

  @Test
  void whatWasSentCanBeSentAgainByThoseWhoSeeIt() {
    wire.send(
        Heard.post("again")
            .by("ida")
            .labelled("lead")
            .saying("say again")
            .at(Instant.now())
            .classified());
    wire.flush();
    await().atMost(PATIENCE).until(() -> !SinkStub.shown("say again").isEmpty());
    String id =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    as("lea", "social-lead", "sales")
                        .get(LOG + "?state=sent&size=200")
                        .path("items.find { it.title.contains('ida') }.id"),
                found -> found != null);

    as("ana", "agent", "customer-service").post(LOG + "/{id}/replay", id).then().statusCode(404);
    as("ben", "sales", "sales")
        .post(LOG + "/{id}/replay", id)
        .then()
        .statusCode(200)
        .body("state", is("queued"));

    await().atMost(PATIENCE).until(() -> SinkStub.shown("say again").size() == 2);
    as("lea", "social-lead", "sales")
        .get(LOG + "/sinks")
        .then()
        .body("find { it.id == 'chat' }.health", is("working"));
  }

  @Test
  void theTestButtonIsForThoseWhoRunTheWhole() {
    as("ana", "agent", "customer-service")
        .body(Map.of("sink", "chat"))
        .post(LOG + "/test")
        .then()
        .statusCode(403);
    as("lea", "social-lead", "sales")
        .body(Map.of("sink", "fax"))
        .post(LOG + "/test")
        .then()
        .statusCode(422)
        .body("allowed", hasItem("chat"));
    as("lea", "social-lead", "sales")
        .body(Map.of("sink", "chat"))
        .post(LOG + "/test")
        .then()
        .statusCode(200);

    await().atMost(PATIENCE).until(() -> SinkStub.shown("lea pressed the test button").size() == 1);
  }

  @Test
  void settingsAreKeptUnderTheirVersionAndRefusedWithWhatIsAllowed() {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("version", 0);
    wanted.put("mail", "ben@kettlery.example");
    wanted.put("kinds", List.of("lead"));
    wanted.put("quiet", Map.of("from", "20:00", "to", "07:00"));
    wanted.put("digest", "PT1H");

    as("ben", "sales", "sales").body(wanted).put(LOG + "/settings").then().statusCode(200);
    as("ben", "sales", "sales").body(wanted).put(LOG + "/settings").then().statusCode(409);
    as("ben", "sales", "sales")
        .get(LOG + "/settings")
        .then()
        .body("version", is(1), "kinds", is(List.of("lead")), "digest", is("PT1H"));
    wanted.put("kinds", List.of("gossip"));
    as("ben", "sales", "sales")
        .body(wanted)
        .put(LOG + "/settings")
        .then()
        .statusCode(422)
        .body("field", is("kinds"), "allowed", not(empty()));
  }

  private RequestSpecification as(String user, String role, String department) {
    Caller caller = new Caller(user, Set.of(role), Set.of(department));
    return given()
        .contentType(ContentType.JSON)
        .header("Authorization", "Bearer " + tokens.issue(caller));
  }
}
