package dev.frontline.classify.opinion;

import static dev.frontline.classify.Posts.judgedAs;
import static dev.frontline.classify.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.classify.opinion.OpinionConfig.Kind;
import dev.frontline.classify.service.Topic;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.ClassifyEvent.Cause;
import dev.frontline.contracts.classification.ClassifyEvent.MentionClassified;
import dev.frontline.contracts.classification.ClassifyEvent.MentionReclassified;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.testkit.StackResource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "config", value = "src/test/resources/company.yaml"))
class OpinionServiceTest {

  @Inject EventPublisher publisher;
  @Inject OpinionBudget budget;
  @Inject OpinionConfig shipped;
  @Inject Clock clock;

  @Test
  void nobodyIsAskedWhereNobodyIsNamed() {
    assertThat(shipped.url()).isEmpty();
  }

  @Test
  void anAnswerIsTakenWithoutAnybodyWaitingForIt() throws IOException {
    try (StubEndpoint stub = new StubEndpoint();
        Topic classified = new Topic(TopicPlan.CLASSIFIED)) {
      stub.says("{\"labels\": {\"complaint\": true}}");
      OpinionDesk desk = new OpinionDesk(stub.config(Kind.OPENAI), budget, publisher, clock);
      desk.start(new StartupEvent());
      Mention post = post("second", "ada", "Well, that was something");

      desk.offer(List.of(new MentionClassified(post, judgedAs("complaint", 0.3))));

      ClassifyEvent event =
          classified
              .awaitEvents(1, EventFamily.CLASSIFIED, e -> e.mentionId().equals(post.id()))
              .get(0);
      desk.stop(new ShutdownEvent());
      assertThat(event).isInstanceOf(MentionReclassified.class);
      assertThat(((MentionReclassified) event).cause()).isEqualTo(Cause.REFINED);
      assertThat(((MentionReclassified) event).classification().has("complaint")).isTrue();
    }
  }

  @Test
  void aDaysBudgetIsSharedAndNewTheNextDay() {
    Instant today = Instant.parse("2031-05-01T23:59:00Z");

    assertThat(budget.take(2, today)).isTrue();
    assertThat(budget.take(2, today)).isTrue();
    assertThat(budget.take(2, today)).isFalse();
    assertThat(budget.take(2, today.plusSeconds(120))).isTrue();
  }
}
