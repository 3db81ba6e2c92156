package dev.frontline.classify.service;

import static dev.frontline.classify.Posts.NOON;
import static dev.frontline.classify.Posts.post;
import static dev.frontline.classify.Posts.shed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.classify.publishing.ClassifiedRecords;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.ClassifyEvent.Cause;
import dev.frontline.contracts.classification.ClassifyEvent.MentionClassified;
import dev.frontline.contracts.classification.ClassifyEvent.MentionReclassified;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "config", value = "src/test/resources/company.yaml"))
class RefiningServiceTest {

  private static final Caller MARA =
      new Caller("mara", Set.of("agent"), Set.of("customer-service"));

  @Inject EventPublisher publisher;
  @Inject InternalTokens tokens;

  @Test
  void aShedPostIsJudgedByTheEncoderLater() {
    Mention post = post("shed-1", "ada", "You lost my bag again and nobody answers, Aurelia Air");

    tellShed(post);

    MentionReclassified refined = refined(post);
    assertThat(refined.classification().tier()).isEqualTo("1");
    assertThat(refined.classification().shed()).isFalse();
    assertThat(refined.classification().has(Labels.COMPLAINT)).isTrue();
    assertThat(refined.classification().storyId()).isEqualTo("demo:story");
    assertThat(refined.mention()).isEqualTo(post);
  }

  @Test
  void whatAPersonSaidOfAShedPostStands() throws JsonProcessingException {
    Mention post = post("shed-2", "ada", "You lost my bag again and nobody answers, Aurelia Air");
    given()
        .contentType(ContentType.JSON)
        .header("Authorization", "Bearer " + tokens.issue(MARA))
        .body(
            Json.MAPPER.writeValueAsString(
                Map.of(
                    "mention",
                    post,
                    "classification",
                    shed(NOON),
                    "labels",
                    Map.of(Labels.COMPLAINT, false),
                    "by",
                    "mara")))
        .post("/internal/mentions/labels")
        .then()
        .statusCode(200);

    tellShed(post);

    Classification refined = refined(post).classification();
    assertThat(refined.has(Labels.COMPLAINT)).isFalse();
    assertThat(refined.labels().get(Labels.COMPLAINT).model()).isEqualTo("mara");
    assertThat(refined.labels().get(Labels.LEAD).tier()).isEqualTo("1");
  }

  private void tellShed(Mention post) {
    ClassifyEvent event = new MentionClassified(post, shed(NOON));
    publisher.publish(List.of(ClassifiedRecords.record(ClassifiedRecords.id(event), NOON, event)));
  }

  private static MentionReclassified refined(Mention post) {
    try (Topic classified = new Topic(TopicPlan.CLASSIFIED)) {
      return (MentionReclassified)
          classified
              .awaitEvents(
                  1,
                  EventFamily.CLASSIFIED,
                  (ClassifyEvent e) ->
                      e.mentionId().equals(post.id())
                          && e instanceof MentionReclassified again
                          && again.cause() == Cause.REFINED)
              .get(0);
    }
  }
}
