package dev.frontline.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.reply.ReplyOutcomeEvent;
import dev.frontline.kit.kafka.DeadLetters;
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
import java.util.HashSet;
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
@QuarkusTestResource(SinkStub.class)
class RoutingServiceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

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
  void oneUndecodableAndOneUnprocessableRecordAmong500LeaveTwoDeadLettersAnd498Outcomes() {
    for (int i = 0; i < 498; i++) {
      Heard post = i % 3 == 0 ? complaint("batch-" + i) : Heard.post("batch-" + i);
      wire.send(post.by("author-" + i).classified());
      if (i == 100) {
        wire.sendRaw(TopicPlan.CLASSIFIED, "mastodon:batch-x", "{not json");
      }
      if (i == 300) {
        wire.send(complaint("batch-nothing").aboutNothing().classified());
      }
    }
    wire.flush();

    await().atMost(PATIENCE).until(() -> routed("mastodon:batch-").size() >= 498);

    List<MentionRouted> routed = routed("mastodon:batch-");
    assertThat(routed).extracting(MentionRouted::mentionId).doesNotHaveDuplicates().hasSize(498);
    assertThat(routed).filteredOn(r -> r.outcome() == Outcome.OPENED).hasSize(166);
    assertThat(routed).filteredOn(r -> r.outcome() == Outcome.FILED).hasSize(332);
    assertThat(wire.records(TopicPlan.deadLetters(TopicPlan.CLASSIFIED, "routing")))
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.headers().lastHeader(DeadLetters.REASON)).isNotNull());
  }

  @Test
  void theSamePostTwiceOpensOneCaseAndIsToldAgain() {
    wire.send(complaint("twice").classified());
    wire.send(complaint("twice").classified());
    wire.flush();

    await().atMost(PATIENCE).until(() -> !routed("mastodon:twice").isEmpty());
    wire.send(complaint("twice").classified());
    wire.flush();
    await().atMost(PATIENCE).until(() -> routed("mastodon:twice").size() >= 2);

    Set<List<String>> cases = new HashSet<>();
    routed("mastodon:twice").forEach(r -> cases.add(r.caseIds()));
    assertThat(cases).hasSize(1);
    String caseId = cases.iterator().next().get(0);
    assertThat(caseEvents(caseId)).hasSize(1).first().isInstanceOf(CaseEvent.CaseOpened.class);
    assertThat(
            wire.read(
                TopicPlan.queue("customer-service"),
                EventFamily.QUEUES,
                e -> e.caseId().equals(caseId)))
        .hasSize(1);
  }

  @Test
  void aCaseIsTakenAnsweredAndResolvedOverRest() {
    String caseId = opened(complaint("answered").by("lou"));

    as("ana", "customer-service")
        .body(Map.of("version", 1))
        .post("/internal/cases/{id}/take", caseId)
        .then()
        .statusCode(200)
        .body("status", is("taken"), "assignee", is("ana"));
    as("ana", "customer-service")
        .body(Map.of("version", 1, "text", "late"))
        .post("/internal/cases/{id}/notes", caseId)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("current.version", is(2), "allowed", hasItem("replies"));
    as("ben", "sales")
        .body(Map.of("version", 2))
        .post("/internal/cases/{id}/take", caseId)
        .then()
        .statusCode(403);
    String replyId =
        as("ana", "customer-service")
            .body(Map.of("version", 2, "text", "We are sorry."))
            .post("/internal/cases/{id}/replies", caseId)
            .then()
            .statusCode(200)
            .body("replies[0].state", is("requested"))
            .extract()
            .path("replies[0].replyId");
    assertThat(
            wire.read(
                TopicPlan.REPLIES_REQUESTED,
                EventFamily.REPLIES_REQUESTED,
                e -> e.replyId().equals(replyId)))
        .hasSize(1);

    wire.send(
        TopicPlan.REPLIES_DELIVERED,
        caseId,
        EventFamily.REPLIES_DELIVERED,
        new ReplyOutcomeEvent.ReplyDelivered(replyId, caseId, Instant.now(), "r1", null));
    wire.flush();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as("ana", "customer-service")
                    .get("/internal/cases/{id}", caseId)
                    .then()
                    .body("status", is("answered"), "replies[0].state", is("delivered")));

    as("ana", "customer-service")
        .body(Map.of("version", 4, "outcome", "fixed"))
        .post("/internal/cases/{id}/resolve", caseId)
        .then()
        .statusCode(422)
        .body("allowed", hasItem("solved"));
    as("ana", "customer-service")
        .body(Map.of("version", 4, "outcome", "solved"))
        .post("/internal/cases/{id}/resolve", caseId)
        .then()
        .statusCode(200)
        .body("status", is("resolved"), "outcome", is("solved"));
    assertThat(caseEvents(caseId))
        .extracting(e -> e.state().version())
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void whatWaitedTooLongInTriageGoesToCustomerService() {
    String caseId = opened(Heard.post("overdue").unsure().at(Instant.now().minusSeconds(7_200)));

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as("ana", "customer-service")
                    .get("/internal/cases/{id}", caseId)
                    .then()
                    .body(
                        "department", is("customer-service"), "route.rule", is("triage overdue")));
    assertThat(caseEvents(caseId)).anyMatch(CaseEvent.CaseRerouted.class::isInstance);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !wire.read(
                        TopicPlan.queue("customer-service"),
                        EventFamily.QUEUES,
                        e -> e.caseId().equals(caseId))
                    .isEmpty());
  }

  @Test
  void onlyServicesWithATokenMayAsk() {
    given().get("/internal/counts").then().statusCode(401);
  }

  @Test
  void aPostThatMeetsTwoBrandsHasOneCaseInEach() {
    wire.send(complaint("two").about(Match.Kind.BRAND, "Kettlery", "Brewpot").classified());
    wire.flush();

    await().atMost(PATIENCE).until(() -> !routed("mastodon:two").isEmpty());

    assertThat(routed("mastodon:two").get(0).caseIds()).doesNotHaveDuplicates().hasSize(2);
  }

  /** A complaint of this moment, so that no deadline passes meanwhile. */
  private static Heard complaint(String id) {
    return Heard.complaint(id).at(Instant.now());
  }

  private String opened(Heard post) {
    wire.send(post.classified());
    wire.flush();
    await().atMost(PATIENCE).until(() -> !routed(post.id()).isEmpty());
    return routed(post.id()).get(0).caseIds().get(0);
  }

  private List<MentionRouted> routed(String prefix) {
    return wire
        .read(TopicPlan.ROUTED, EventFamily.ROUTED, e -> e.mentionId().startsWith(prefix))
        .stream()
        .map(MentionRouted.class::cast)
        .toList();
  }

  private List<CaseEvent> caseEvents(String caseId) {
    return wire.read(TopicPlan.CASES, EventFamily.CASES, e -> e.state().id().equals(caseId));
  }

  private RequestSpecification as(String user, String department) {
    Caller caller = new Caller(user, Set.of("agent"), Set.of(department));
    return given()
        .contentType(ContentType.JSON)
        .header("Authorization", "Bearer " + tokens.issue(caller));
  }
}
