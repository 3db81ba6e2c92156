package dev.frontline.classify.learning;

import static dev.frontline.classify.Cases.aCase;
import static dev.frontline.classify.Posts.NOON;
import static dev.frontline.classify.Posts.edited;
import static dev.frontline.classify.Posts.judgedAs;
import static dev.frontline.classify.Posts.post;
import static dev.frontline.classify.Posts.postOfSilentTerms;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.classify.model.Active;
import dev.frontline.classify.model.Tier0Model;
import dev.frontline.classify.rows.TrainingRow;
import dev.frontline.classify.service.Topic;
import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.author.AuthorEvent;
import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassifyEvent.MentionClassified;
import dev.frontline.contracts.classification.LabelScore;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.testkit.EmbeddedStack;
import dev.frontline.testkit.StackResource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "config", value = "src/test/resources/company.yaml"))
class LearningServiceTest {

  private static final Caller MARA =
      new Caller("mara", Set.of("agent"), Set.of("customer-service"));
  private static final Caller BEN = new Caller("ben", Set.of("agent"), Set.of("customer-service"));
  private static final Caller LEAD = new Caller("lena", Set.of("social-lead"), Set.of());

  @Inject EventPublisher publisher;
  @Inject Producer<String, byte[]> producer;
  @Inject InternalTokens tokens;
  @Inject Rows rows;
  @Inject ModelStore store;
  @Inject Tier0Model shipped;

  @AfterEach
  void theShippedModelJudgesAgain() {
    assertThat(activate(shipped.version()).statusCode()).isEqualTo(200);
  }

  @Test
  void twoHundredCorrectionsTeachAThemeInOneRetrainAndOneCallTakesItBack() throws Exception {
    Map<String, Classification> seen = judged("taught", PlantedTheme.taught(200));
    long knownBefore = complaints(judged("before", PlantedTheme.unseen()));
    int i = 0;
    for (String text : PlantedTheme.taught(200)) {
      Mention post = post("taught-" + i, "author-" + i, text);
      Classification verdict = Objects.requireNonNull(seen.get(post.id()));
      correct(post, verdict, Map.of("complaint", true), i++ % 2 == 0 ? MARA : BEN);
    }

    JsonPath version = retrain(LEAD).then().statusCode(200).extract().jsonPath();

    String name = version.getString("version");
    Map<String, Classification> after = judged("after", PlantedTheme.unseen());
    long quiet = complaints(judged("quiet", Crowd.ordinary()));
    assertThat(version.getString("state")).isEqualTo("active");
    assertThat(version.getInt("learned.words")).isGreaterThanOrEqualTo(120);
    assertThat(version.getInt("learned.heldOut")).isGreaterThanOrEqualTo(20);
    assertThat(complaints(after)).isGreaterThanOrEqualTo(Math.max(18, knownBefore));
    assertThat(quiet).isLessThanOrEqualTo(3);
    assertThat(after.values())
        .allSatisfy(
            c -> {
              assertThat(c.model()).isEqualTo(name);
              LabelScore complaint = Objects.requireNonNull(c.labels().get(Labels.COMPLAINT));
              assertThat(complaint.model()).isEqualTo(name);
              assertThat(complaint.decided()).isEqualTo(!complaint.why().isEmpty());
            });
    for (String label : Labels.ALL) {
      assertThat(version.getFloat("labels." + label + ".heldOut.right.high")).isNotNegative();
      assertThat(version.getFloat("labels." + label + ".invented.right.high")).isNotNegative();
    }

    assertThat(activate(shipped.version()).jsonPath().getString("previous")).isEqualTo(name);

    Map<String, Classification> back = judged("back", PlantedTheme.unseen());
    assertThat(back.values()).allMatch(c -> c.model().equals(shipped.version()));
    JsonPath differences = differences(name).then().statusCode(200).extract().jsonPath();
    assertThat(differences.getString("against")).isEqualTo(shipped.version());
    // The comparison reads each post by the fast tier alone, whatever time the encoder had when it
    // was judged, so the count hangs on the two models and on nothing else.
    assertThat(differences.getInt("labels.complaint.gained")).isGreaterThanOrEqualTo(15);
    assertThat(differences.getInt("posts.recent")).isPositive();
    assertThat(differences.getList("items.excerpt", String.class)).anyMatch(t -> t.contains("app"));

    assertThat(activate(name).statusCode()).isEqualTo(200);
    assertThat(judged("forth", PlantedTheme.unseen()).values())
        .allMatch(c -> c.model().equals(name));
  }

  @Test
  void anInstanceThatStartsJudgesWithTheVersionThatWasActivatedLast() throws Exception {
    correct(
        post("s1", "ada", "the kiosk at gate two is grey"),
        judgedAs("lead", 0.2),
        Map.of("complaint", true),
        MARA);
    for (int i = 2; i < 12; i++) {
      correct(
          post("s" + i, "ada", "the kiosk at gate " + i + " is grey again"),
          judgedAs("lead", 0.2),
          Map.of("complaint", true),
          MARA);
    }
    String version = retrain(LEAD).jsonPath().getString("version");
    assertThat(activate(version).statusCode()).isEqualTo(200);
    Active active = new Active();

    ModelTopic second =
        new ModelTopic(producer, store, active, shipped, EmbeddedStack.get().kafka());
    second.start(new StartupEvent());

    try {
      assertThat(second.judging()).isEqualTo(version);
      activate(shipped.version());
      await().atMost(Duration.ofSeconds(20)).until(() -> active.get().revision() == 0);
    } finally {
      second.stop(new ShutdownEvent());
    }
  }

  @Test
  void onlyThoseWhoAnswerForItDecideWhatJudges() {
    assertThat(retrain(MARA).statusCode()).isEqualTo(403);
    assertThat(given().post("/internal/models/retrain").statusCode()).isEqualTo(401);
    Response unknown = activate("2020-01-1+9");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.jsonPath().getList("allowed", String.class)).contains(shipped.version());
    assertThat(differences("2020-01-1+9").statusCode()).isEqualTo(404);
  }

  @Test
  void aPostOfAHandledCaseIsARowUntilItIsDeleted() {
    Mention post = post("handled", "ada", "My bag never came and nobody calls back");
    resolved(post);
    assertThat(awaitRow(post).says().get("complaint"))
        .satisfies(say -> assertThat(Objects.requireNonNull(say).weight()).isEqualTo(0.3));

    publisher.publish(
        List.of(
            ingested(
                new IngestEvent.MentionDeleted(
                    post.id(), post.conversationId(), 2, "webhook", NOON))));

    awaitNoRow(post);
  }

  @Test
  void whoHandledAPostSawItsTextBeforeTheEdit() {
    Mention post = post("handled-edited", "ada", "My bag never came and nobody calls back");
    resolved(post);
    awaitRow(post);

    publisher.publish(
        List.of(ingested(new IngestEvent.MentionEdited(edited(post, "My bag came after all", 2)))));

    awaitNoRow(post);
  }

  @Test
  void anErasedAuthorsPostsLeaveTheRows() throws Exception {
    Mention handled = post("erased-1", "yuki", "My bag never came and nobody calls back");
    Mention corrected = post("erased-2", "yuki", "Still no bag, day five");
    resolved(handled);
    correct(corrected, judgedAs("lead", 0.2), Map.of("complaint", true), MARA);
    awaitRow(handled);
    awaitRow(corrected);

    publisher.publish(
        List.of(
            EventCodec.toRecord(
                TopicPlan.AUTHORS_ERASED,
                "demo:yuki",
                EventFamily.AUTHORS,
                Envelope.of(
                    "erase-yuki",
                    "/test",
                    NOON,
                    new AuthorEvent.AuthorErased("demo:yuki", NOON, "admin", "asked")))));

    awaitNoRow(handled);
    awaitNoRow(corrected);
  }

  @Test
  void aPostOfSilentTermsIsCorrectedButNeverARow() throws Exception {
    Mention silent = postOfSilentTerms("silent-row", "ada", "My bag never came");
    Mention open = post("open-row", "ada", "My bag never came");

    correct(silent, judgedAs("lead", 0.2), Map.of("complaint", true), MARA);
    correct(open, judgedAs("lead", 0.2), Map.of("complaint", true), MARA);

    assertThat(row(open)).isPresent();
    assertThat(row(silent)).isEmpty();
  }

  private TrainingRow awaitRow(Mention post) {
    await().atMost(Duration.ofSeconds(30)).until(() -> row(post).isPresent());
    return row(post).orElseThrow();
  }

  private void awaitNoRow(Mention post) {
    await().atMost(Duration.ofSeconds(30)).until(() -> row(post).isEmpty());
  }

  private Optional<TrainingRow> row(Mention post) {
    return rows.all().stream().filter(r -> r.mentionId().equals(post.id())).findFirst();
  }

  private void resolved(Mention post) {
    CaseEvent event =
        new CaseEvent.CaseResolved(
            aCase("case-" + post.id(), post, Outcome.SOLVED, "mara"), NOON, "mara");
    publisher.publish(
        List.of(
            EventCodec.toRecord(
                TopicPlan.CASES,
                event.state().id(),
                EventFamily.CASES,
                Envelope.of(event.state().id() + "#3#0", "/frontline/routing", NOON, event))));
  }

  /** Publishes the texts and waits for what they are judged to be, by mention id. */
  private Map<String, Classification> judged(String prefix, List<String> texts) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      records.add(
          ingested(
              new IngestEvent.MentionPosted(
                  post(prefix + "-" + i, "author-" + prefix + i, texts.get(i)))));
    }
    publisher.publish(records);
    Map<String, Classification> judged = new HashMap<>();
    try (Topic classified = new Topic(TopicPlan.CLASSIFIED)) {
      classified
          .awaitEvents(
              texts.size(),
              EventFamily.CLASSIFIED,
              e ->
                  e instanceof MentionClassified
                      && e.mentionId().startsWith("demo:" + prefix + "-"))
          .forEach(e -> judged.put(e.mentionId(), ((MentionClassified) e).classification()));
    }
    assertThat(judged).hasSize(texts.size());
    return judged;
  }

  private static long complaints(Map<String, Classification> judged) {
    return judged.values().stream().filter(c -> c.has(Labels.COMPLAINT)).count();
  }

  private void correct(Mention post, Classification verdict, Map<String, Boolean> labels, Caller by)
      throws JsonProcessingException {
    given()
        .contentType(ContentType.JSON)
        .header("Authorization", bearer(by))
        .body(
            Json.MAPPER.writeValueAsString(
                Map.of("mention", post, "classification", verdict, "labels", labels)))
        .post("/internal/mentions/labels")
        .then()
        .statusCode(200);
  }

  private Response retrain(Caller by) {
    return given().header("Authorization", bearer(by)).post("/internal/models/retrain");
  }

  private Response activate(String version) {
    return given()
        .header("Authorization", bearer(LEAD))
        .pathParam("version", version)
        .post("/internal/models/{version}/activate");
  }

  private Response differences(String version) {
    return given()
        .header("Authorization", bearer(LEAD))
        .pathParam("version", version)
        .get("/internal/models/{version}/differences");
  }

  private String bearer(Caller caller) {
    return "Bearer " + tokens.issue(caller);
  }

  private static ProducerRecord<String, byte[]> ingested(IngestEvent event) {
    return EventCodec.toRecord(
        TopicPlan.INGESTED,
        event.conversationId(),
        EventFamily.INGESTED,
        Envelope.of(
            event.mentionId() + "#" + event.networkVersion(), "/frontline/ingest", NOON, event));
  }
}
