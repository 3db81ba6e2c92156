package dev.frontline.routing.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.incident.IncidentEvent;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.mention.Match;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "config", value = "src/test/resources/company.yaml"))
class IncidentServiceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

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
  void threePeopleWhoWereBurntAreOneIncidentThatIsHandledToItsEnd() {
    for (String who : List.of("una", "vic", "wes")) {
      wire.send(burnt(who));
    }
    wire.flush();

    await().atMost(PATIENCE).until(() -> !alerted("Brewpot").isEmpty());
    IncidentState alarm = alerted("Brewpot").get(0).state();
    assertThat(alarm.riskKind()).isEqualTo("safety");
    assertThat(alarm.why().firstPost()).startsWith("mastodon:burnt-");
    assertThat(alarm.department()).isEqualTo("pr");
    assertThat(alarm.checklist()).isNotEmpty();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        as("lea", "social-lead")
                            .get("/internal/incidents/{id}", alarm.id())
                            .jsonPath()
                            .getList("caseIds"))
                    .hasSize(3));

    as("ana", "agent")
        .post("/internal/incidents/{id}/acknowledge", alarm.id())
        .then()
        .statusCode(403);
    post(alarm, "acknowledge", Map.of()).body("owner", is("lea"), "due", nullValue());
    post(alarm, "confirm", Map.of()).body("status", is("confirmed"), "real", is(true));
    post(alarm, "statement", Map.of("text", "We are looking into it."));
    as("lea", "social-lead")
        .body(Map.of("text", "We never said this."))
        .post("/internal/incidents/{id}/approve", alarm.id())
        .then()
        .statusCode(409);
    post(alarm, "approve", Map.of("text", "We are looking into it."))
        .body("statement.approvedBy", is("lea"));
    post(alarm, "checklist", Map.of("item", 0)).body("checklist[0].doneBy", is("lea"));
    post(alarm, "handle", Map.of()).body("status", is("handled"));
    post(alarm, "close", Map.of("note", "All lids replaced.")).body("status", is("closed"));
    as("lea", "social-lead")
        .post("/internal/incidents/{id}/confirm", alarm.id())
        .then()
        .statusCode(409)
        .body("allowed", hasItem("verdict"));

    as("lea", "social-lead")
        .body(Map.of("real", false))
        .post("/internal/incidents/{id}/verdict", alarm.id())
        .then()
        .statusCode(200);
    as("ana", "agent").post("/internal/alarm-bars/Brewpot/reset").then().statusCode(403);
    String bar = "items.find { it.brand == 'Brewpot' }.bars.find { it.signal == 'risk:safety' }";
    as("lea", "social-lead")
        .get("/internal/alarm-bars")
        .then()
        .body(bar + ".factor", is(1.1f), bar + ".steps[0].incidentId", is(alarm.id()));
    as("lea", "social-lead")
        .post("/internal/alarm-bars/Brewpot/reset")
        .then()
        .statusCode(200)
        .body("bars", equalTo(List.of()), "resetBy", is("lea"));
    as("lea", "social-lead")
        .get("/internal/backtest?brand=Brewpot&days=7&bar=0.9")
        .then()
        .statusCode(200)
        .body("byStory", is(1), "curve.size()", not(0));
    as("lea", "social-lead")
        .get("/internal/backtest?brand=Brewpot&bar=9")
        .then()
        .statusCode(422)
        .body("field", is("bar"), "allowed", hasItem("0.3 to 3.0"));

    assertThat(alerted("Brewpot")).extracting(e -> e.state().id()).containsOnly(alarm.id());
    // Whoever changes an incident tells what its outbox still holds, so that an event may be told
    // twice: as the same event.
    List<IncidentEvent> events =
        wire
            .read(
                TopicPlan.INCIDENTS, EventFamily.INCIDENTS, e -> e.state().id().equals(alarm.id()))
            .stream()
            .distinct()
            .toList();
    assertThat(events).extracting(e -> e.state().version()).doesNotHaveDuplicates().isSorted();
    assertThat(events).hasAtLeastOneElementOfType(IncidentEvent.StatementApproved.class);
  }

  @Test
  void whatAPersonSawFirstIsAnIncidentToo() {
    String id =
        as("lea", "social-lead")
            .body(Map.of("brand", "Kettlery", "title", "A reporter called"))
            .post("/internal/incidents")
            .then()
            .statusCode(200)
            .body("byHand", is(true), "status", is("alerted"), "caseIds", equalTo(List.of()))
            .extract()
            .path("id");

    as("lea", "social-lead")
        .body(Map.of("reason", "she was lost"))
        .post("/internal/incidents/{id}/dismiss", id)
        .then()
        .statusCode(200)
        .body("status", is("dismissed"), "real", is(false), "times.endedAt", not(nullValue()));
  }

  private io.restassured.response.ValidatableResponse post(
      IncidentState incident, String command, Map<String, ?> body) {
    return as("lea", "social-lead")
        .body(body)
        .post("/internal/incidents/{id}/{command}", incident.id(), command)
        .then()
        .statusCode(200);
  }

  private List<IncidentEvent> alerted(String brand) {
    return wire.read(
        TopicPlan.INCIDENTS,
        EventFamily.INCIDENTS,
        e -> e instanceof IncidentEvent.IncidentAlerted && e.state().brand().equals(brand));
  }

  private static dev.frontline.contracts.classification.ClassifyEvent burnt(String who) {
    return Heard.post("burnt-" + who)
        .by(who)
        .about(Match.Kind.BRAND, "Brewpot")
        .saying("The lid came off and I have a burn on my hand")
        .labelled("pr_risk")
        .at(Instant.now())
        .classified();
  }

  private RequestSpecification as(String user, String role) {
    Caller caller = new Caller(user, Set.of(role), Set.of());
    return given()
        .contentType(ContentType.JSON)
        .header("Authorization", "Bearer " + tokens.issue(caller));
  }
}
