package dev.frontline.classify.service;

import static dev.frontline.classify.Posts.NOON;
import static dev.frontline.classify.Posts.edited;
import static dev.frontline.classify.Posts.judgedAs;
import static dev.frontline.classify.Posts.ownPost;
import static dev.frontline.classify.Posts.post;
import static dev.frontline.classify.Posts.postOfSilentTerms;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.author.AuthorEvent;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.ClassifyEvent.Cause;
import dev.frontline.contracts.classification.ClassifyEvent.MentionClassified;
import dev.frontline.contracts.classification.ClassifyEvent.MentionReclassified;
import dev.frontline.contracts.classification.ClassifyEvent.MentionWithdrawn;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.classification.Theme;
import dev.frontline.contracts.label.LabelEvent;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "config", value = "src/test/resources/company.yaml"))
class ClassifyServiceTest {

  private static final Caller MARA =
      new Caller("mara", Set.of("agent"), Set.of("customer-service"));

  @Inject EventPublisher publisher;
  @Inject InternalTokens tokens;

  @Test
  void ofFiveHundredRecordsTwoBadOnesAreSetAsideAndTheRestAreJudged() {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (int i = 0; i < 498; i++) {
      records.add(posted(post("crowd-" + i, "author-" + i, "Flight " + i + " was late again")));
    }
    records.add(250, new ProducerRecord<>(TopicPlan.INGESTED, "demo:garbled", new byte[] {1, 2}));
    records.add(400, posted(post("crowd-endless", "ada", "x".repeat(50_001))));
    long before = counted();

    publisher.publish(records);

    try (Topic classified = new Topic(TopicPlan.CLASSIFIED);
        Topic dead = new Topic(TopicPlan.deadLetters(TopicPlan.INGESTED, "classify"))) {
      assertThat(
              classified.await(
                  498,
                  r ->
                      String.valueOf(r.key()).startsWith("demo:crowd-")
                          && id(r).endsWith("#classified")))
          .hasSize(498);
      assertThat(dead.await(2, r -> true))
          .extracting(ConsumerRecord::key)
          .containsExactlyInAnyOrder("demo:garbled", "demo:crowd-endless");
      assertThat(dead.await(2, r -> true))
          .extracting(r -> EventCodec.text(r.headers(), DeadLetters.REASON))
          .anyMatch(reason -> reason != null && reason.contains("longer than 50000"));
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(counted() - before).isGreaterThanOrEqualTo(498));
  }

  @Test
  void aComplaintIsJudgedWithItsReasonsAndModel() {
    Mention post =
        post("lost", "ada", "@AureliaAir you lost my bag and nobody answers, worst service ever");

    publisher.publish(List.of(posted(post)));

    Classification classification = first(post).classification();
    assertThat(classification.has(Labels.COMPLAINT)).isTrue();
    assertThat(classification.labels().get(Labels.COMPLAINT).why()).isNotEmpty();
    assertThat(classification.labels()).containsOnlyKeys(Labels.ALL);
    assertThat(classification.tier()).isIn("0", "1");
    assertThat(classification.lang()).isEqualTo("en");
  }

  @Test
  void ourOwnPostsAndThoseOfSilentTermsAreNotJudged() {
    Mention own = ownPost("own", "Our lounge in Porto is open again");
    Mention silent = postOfSilentTerms("silent", "ada", "My bag is lost again, terrible");

    publisher.publish(List.of(posted(own), posted(silent)));

    assertThat(first(own).classification().notScored()).isEqualTo("own");
    assertThat(first(silent).classification().notScored()).isEqualTo("terms");
    assertThat(first(silent).classification().labels()).isEmpty();
  }

  @Test
  void aPostTellsItsThemesAndAnEditItsNewOnes() {
    Mention post = post("themed", "ada", "Aurelia Air, where is my refund?");
    Mention other = edited(post, "Aurelia Air, where is my refund? And the crew was rude", 2);

    publisher.publish(List.of(posted(post)));
    publisher.publish(List.of(ingested(new IngestEvent.MentionEdited(other))));

    List<ClassifyEvent> events = of(post, 2);
    assertThat(((MentionClassified) events.get(0)).classification().themes())
        .containsExactly(new Theme("billing", List.of("refund")));
    assertThat(((MentionReclassified) events.get(1)).classification().themes())
        .extracting(Theme::name)
        .containsExactly("staff", "billing");
  }

  @Test
  void anEditIsJudgedAgainAndADeleteIsPassedOn() {
    Mention post = post("changing", "ada", "Boarding now");
    Mention angry = edited(post, "Boarding was cancelled without a word, unacceptable", 2);

    publisher.publish(
        List.of(
            posted(post),
            ingested(new IngestEvent.MentionEdited(angry)),
            ingested(
                new IngestEvent.MentionDeleted(
                    post.id(), post.conversationId(), 3, "webhook", NOON))));

    List<ClassifyEvent> events = of(post, 3);
    assertThat(events.get(0)).isInstanceOf(MentionClassified.class);
    assertThat(events.get(1))
        .isInstanceOfSatisfying(
            MentionReclassified.class,
            e -> {
              assertThat(e.cause()).isEqualTo(Cause.EDIT);
              assertThat(e.mention()).isEqualTo(angry);
            });
    assertThat(events.get(2)).isInstanceOf(MentionWithdrawn.class);
  }

  @Test
  void aTextThatMayBeKeptNoLongerIsPassedOnAsSuch() {
    Mention post = post("expiring", "ada", "Boarding now");

    publisher.publish(
        List.of(
            posted(post),
            ingested(
                new IngestEvent.MentionDeleted(
                    post.id(), post.conversationId(), 2, "webhook", NOON, true))));

    assertThat(of(post, 2).get(1))
        .isInstanceOfSatisfying(MentionWithdrawn.class, e -> assertThat(e.expired()).isTrue());
  }

  @Test
  void theSamePostAgainGivesTheSameEventId() {
    Mention post = post("twice", "ada", "My seat on Aurelia Air was broken all the way to Porto");

    publisher.publish(List.of(posted(post)));
    publisher.publish(List.of(posted(post)));

    try (Topic classified = new Topic(TopicPlan.CLASSIFIED)) {
      assertThat(
              classified.await(
                  2, r -> post.conversationId().equals(r.key()) && id(r).endsWith("#classified")))
          .extracting(ClassifyServiceTest::id)
          .containsExactly("demo:twice#1#classified", "demo:twice#1#classified");
    }
  }

  @Test
  void nearCopiesAreFoundAcrossConversations() {
    String text = "Smoke over gate twelve in Porto this morning and nobody told us anything";
    Mention first = post("smoke-1", "ada", text);
    Mention byAnother = post("smoke-2", "ben", text);
    Mention again = post("smoke-3", "ada", text + "!!");

    publisher.publish(List.of(posted(first)));
    assertThat(first(first).classification().storyId()).isNull();
    publisher.publish(List.of(posted(byAnother), posted(again)));

    assertThat(first(byAnother).classification().storyId()).isEqualTo(first.id());
    assertThat(first(byAnother).classification().nearCopyOf()).isNull();
    assertThat(first(again).classification().nearCopyOf()).isEqualTo(first.id());
  }

  @Test
  void aCorrectionIsAnsweredAndToldToEverybody() throws JsonProcessingException {
    Mention post = post("corrected", "ada", "Does the lounge in Porto have showers?");

    Response response = correct(post, Map.of("question", true, "lead", false), MARA);

    assertThat(response.statusCode()).isEqualTo(200);
    Classification answer = Json.MAPPER.readValue(response.asString(), Classification.class);
    assertThat(answer.has("question")).isTrue();
    assertThat(answer.labels().get("lead").model()).isEqualTo("mara");
    assertThat(of(post, 1).get(0))
        .isInstanceOfSatisfying(
            MentionReclassified.class,
            e -> {
              assertThat(e.cause()).isEqualTo(Cause.HUMAN);
              assertThat(e.classification()).isEqualTo(answer);
            });
    try (Topic labels = new Topic(TopicPlan.LABELS)) {
      assertThat(
              labels.awaitEvents(
                  1, EventFamily.LABELS, (LabelEvent e) -> e.mentionId().equals(post.id())))
          .hasSize(1);
    }
  }

  @Test
  void anUnknownLabelIsRefusedWithTheAllowedOnes() throws JsonProcessingException {
    Response response = correct(post("r1", "ada", "Hello"), Map.of("angry", true), MARA);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.jsonPath().getList("allowed", String.class)).isEqualTo(Labels.ALL);
  }

  @Test
  void onlyPeopleWhoAnswerMayCorrect() throws JsonProcessingException {
    Caller ops = new Caller("olga", Set.of("ops"), Set.of());

    assertThat(correct(post("r2", "ada", "Hello"), Map.of("noise", true), ops).statusCode())
        .isEqualTo(403);
    assertThat(given().get("/internal/counts").statusCode()).isEqualTo(401);
  }

  @Test
  void aHumanLabelOutlivesAnEdit() throws JsonProcessingException {
    Mention post = post("kept", "ada", "The new cabin of Aurelia Air, well well");
    correct(post, Map.of("praise", true), MARA);

    publisher.publish(
        List.of(ingested(new IngestEvent.MentionEdited(edited(post, "The cabin, well", 2)))));

    MentionReclassified edit = (MentionReclassified) of(post, 2).get(1);
    assertThat(edit.cause()).isEqualTo(Cause.EDIT);
    assertThat(edit.classification().has("praise")).isTrue();
  }

  @Test
  void anErasedAuthorsPostsAreWithdrawnUnjudged() {
    AuthorEvent erasure = new AuthorEvent.AuthorErased("demo:zoe", NOON, "admin", "asked");
    publisher.publish(
        List.of(
            EventCodec.toRecord(
                TopicPlan.AUTHORS_ERASED,
                "demo:zoe",
                EventFamily.AUTHORS,
                Envelope.of("erase-zoe", "/test", NOON, erasure))));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        correct(post("z0", "zoe", "Hello"), Map.of("noise", true), MARA)
                            .statusCode())
                    .isEqualTo(409));
    Mention post = post("z1", "zoe", "My bag is lost, Aurelia Air");
    publisher.publish(List.of(posted(post)));

    assertThat(of(post, 1)).allMatch(e -> e instanceof MentionWithdrawn);
  }

  @Test
  void theModelAndTheHealthAreShown() {
    Response models = given().header("Authorization", bearer(MARA)).get("/internal/models");

    assertThat(models.jsonPath().getList("items.findAll { it.active }")).hasSize(1);
    assertThat(models.jsonPath().getString("items[-1].version")).isNotBlank();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(given().get("/q/health").statusCode()).isEqualTo(200));
  }

  private static String id(ConsumerRecord<String, byte[]> record) {
    return String.valueOf(EventCodec.text(record.headers(), "ce_id"));
  }

  private Response correct(Mention post, Map<String, Boolean> labels, Caller by)
      throws JsonProcessingException {
    return given()
        .contentType(ContentType.JSON)
        .header("Authorization", bearer(by))
        .body(
            Json.MAPPER.writeValueAsString(
                Map.of(
                    "mention",
                    post,
                    "classification",
                    judgedAs("lead", 0.7),
                    "labels",
                    labels,
                    "by",
                    by.user())))
        .post("/internal/mentions/labels");
  }

  private long counted() {
    return given()
        .header("Authorization", bearer(Caller.service("test")))
        .get("/internal/counts")
        .jsonPath()
        .getLong("classified");
  }

  private String bearer(Caller caller) {
    return "Bearer " + tokens.issue(caller);
  }

  private static MentionClassified first(Mention post) {
    return (MentionClassified) of(post, 1).get(0);
  }

  private static List<ClassifyEvent> of(Mention post, int count) {
    try (Topic classified = new Topic(TopicPlan.CLASSIFIED)) {
      List<ClassifyEvent> events =
          classified.awaitEvents(
              count, EventFamily.CLASSIFIED, e -> e.mentionId().equals(post.id()));
      assertThat(events).hasSizeGreaterThanOrEqualTo(count);
      return events;
    }
  }

  private static ProducerRecord<String, byte[]> posted(Mention post) {
    return ingested(new IngestEvent.MentionPosted(post));
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
