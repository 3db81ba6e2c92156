package dev.frontline.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.contracts.mention.IngestEvent.MentionEdited;
import dev.frontline.contracts.mention.IngestEvent.MentionPosted;
import dev.frontline.contracts.source.SourceEvent;
import dev.frontline.contracts.source.SourceEvent.MentionParked;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(NetworkStub.class)
class ReplayTest {

  private static final String BEYOND = "+999999999-12-31T23:59:59Z";

  @Inject InternalTokens tokens;

  @Test
  void aRecordedStreamIsPublishedInOrderAndItsUnreadableLinesAreParked() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      lines.add(Told.post("replay-" + i, "kettlery " + i).toString());
    }
    lines.add(50, Told.post("replay-y", "kettlery").put("editedAt", BEYOND).toString());
    lines.add(100, "{not json");
    lines.add(200, Told.post("replay-x", "kettlery").put("createdAt", "yesterday").toString());

    replay(true, lines)
        .statusCode(200)
        .body("accepted", is(500))
        .body("duplicates", is(0))
        .body("parked", is(3));
    replay(true, lines)
        .statusCode(200)
        .body("accepted", is(0))
        .body("duplicates", is(500))
        .body("parked", is(3));

    List<IngestEvent> heard =
        Wire.read(
            TopicPlan.INGESTED,
            EventFamily.INGESTED,
            event -> event.mentionId().startsWith("mastodon:replay-"));
    assertThat(heard).hasSize(500).extracting(IngestEvent::mentionId).doesNotHaveDuplicates();
    asked().get("/internal/parked").then().statusCode(200).body("raw", hasItem("{not json"));
    asked()
        .get("/internal/counts")
        .then()
        .statusCode(200)
        .body("accepted", greaterThanOrEqualTo(500))
        .body("parked", greaterThanOrEqualTo(3));
    assertThat(Wire.read(TopicPlan.SOURCES, EventFamily.SOURCES, ReplayTest::parked))
        .extracting(SourceEvent::sourceId)
        .contains("replay");
  }

  @Test
  void backFillRunsTheClockFromThePostsOwnTimeAndLiveFromNow() {
    replay(true, List.of(Told.post("replay-then", "kettlery").toString())).statusCode(200);
    replay(false, List.of(Told.post("replay-now", "kettlery").toString())).statusCode(200);

    assertThat(Wire.heardOf("mastodon:replay-then"))
        .singleElement()
        .isInstanceOfSatisfying(
            MentionPosted.class,
            p -> assertThat(p.mention().acceptedAt()).isEqualTo(Instant.parse(Told.WRITTEN_AT)));
    assertThat(Wire.heardOf("mastodon:replay-now"))
        .singleElement()
        .isInstanceOfSatisfying(
            MentionPosted.class,
            p -> assertThat(p.mention().acceptedAt()).isAfter(Instant.parse(Told.WRITTEN_AT)));
  }

  @Test
  void aLineMayBeAnEditOrADelete() {
    String edited =
        Told.post("replay-life", "kettlery no more")
            .put("type", "mention.updated")
            .put("editedAt", "2026-03-02T13:00:00Z")
            .toString();
    String deleted =
        Told.post("replay-life", "")
            .put("type", "mention.deleted")
            .put("deletedAt", "2026-03-02T14:00:00Z")
            .toString();

    replay(true, List.of(Told.post("replay-life", "kettlery").toString(), edited, deleted))
        .statusCode(200)
        .body("accepted", is(3));

    List<IngestEvent> life = Wire.heardOf("mastodon:replay-life");
    assertThat(life).hasSize(3);
    assertThat(life.get(1)).isInstanceOf(MentionEdited.class);
    assertThat(life.get(2))
        .isInstanceOfSatisfying(
            MentionDeleted.class,
            gone -> assertThat(gone.deletedAt()).isEqualTo(Instant.parse("2026-03-02T14:00:00Z")));
    assertThat(life).extracting(IngestEvent::networkVersion).isSorted();
  }

  @Test
  void onlyFrontlinesOwnServicesMayReplay() {
    given()
        .body("{}".getBytes(StandardCharsets.UTF_8))
        .contentType("application/x-ndjson")
        .post("/internal/replay?source=replay")
        .then()
        .statusCode(401);
  }

  @Test
  void peopleWhoDoNotLookAfterItMayNeitherReplayNorSeeRawPosts() {
    String agent = tokens.issue(new Caller("ana", Set.of("agent"), Set.of("sales")));
    String ops = tokens.issue(new Caller("olu", Set.of("ops"), Set.of()));

    given()
        .header("Authorization", "Bearer " + agent)
        .body("{}".getBytes(StandardCharsets.UTF_8))
        .contentType("application/x-ndjson")
        .post("/internal/replay?source=replay")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    given()
        .header("Authorization", "Bearer " + agent)
        .get("/internal/parked")
        .then()
        .statusCode(403);
    given().header("Authorization", "Bearer " + ops).get("/internal/parked").then().statusCode(200);
  }

  @Test
  void anUnknownSourceIsRefusedNamingThoseThatThereAre() {
    asked()
        .body("{}".getBytes(StandardCharsets.UTF_8))
        .contentType("application/x-ndjson")
        .post("/internal/replay?source=nowhere")
        .then()
        .statusCode(422);
  }

  private static boolean parked(SourceEvent event) {
    return event instanceof MentionParked;
  }

  private ValidatableResponse replay(boolean backfill, List<String> lines) {
    return asked()
        .contentType("application/x-ndjson")
        .body((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8))
        .post("/internal/replay?source=replay&backfill=" + backfill)
        .then();
  }

  private io.restassured.specification.RequestSpecification asked() {
    return Inside.asked(tokens);
  }
}
