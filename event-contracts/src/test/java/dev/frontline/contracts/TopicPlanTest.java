package dev.frontline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.TopicPlan.Topic;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

  private static final String TWO_DAYS = String.valueOf(48L * 3_600_000);

  private final List<Topic> topics = TopicPlan.all(List.of("customer-service", "triage"));
  private final Map<String, Topic> byName =
      topics.stream().collect(Collectors.toMap(Topic::name, Function.identity()));

  @Test
  void everyTopicThatTheCodeNamesIsPlannedOnce() {
    assertThat(topics)
        .extracting(Topic::name)
        .doesNotHaveDuplicates()
        .contains(
            TopicPlan.INGESTED,
            TopicPlan.CLASSIFIED,
            TopicPlan.ROUTED,
            TopicPlan.CASES,
            TopicPlan.BASELINES,
            TopicPlan.DETECTED,
            TopicPlan.COUNTS,
            TopicPlan.INCIDENTS,
            TopicPlan.REPLIES_REQUESTED,
            TopicPlan.REPLIES_DELIVERED,
            TopicPlan.LABELS,
            TopicPlan.SOURCES,
            TopicPlan.MODELS,
            TopicPlan.AUTHORS_ERASED,
            TopicPlan.STORIES,
            "queues.customer-service",
            "queues.triage");
  }

  @Test
  void theFlowIsPartitionedAndKeptForTwoDays() {
    for (String name : List.of(TopicPlan.INGESTED, TopicPlan.CLASSIFIED, TopicPlan.ROUTED)) {
      assertThat(byName.get(name).partitions()).isEqualTo(6);
      assertThat(byName.get(name).config())
          .containsEntry("cleanup.policy", "delete")
          .containsEntry("retention.ms", TWO_DAYS);
    }
  }

  @Test
  void casesAreCompactedAndNeverExpire() {
    assertThat(byName.get(TopicPlan.CASES).config())
        .containsEntry("cleanup.policy", "compact")
        .doesNotContainKey("retention.ms");
  }

  @Test
  void everyTopicTakesTheLargestRecordThatIsSent() {
    assertThat(topics)
        .allSatisfy(
            topic ->
                assertThat(Integer.parseInt(topic.config().get("max.message.bytes")))
                    .isGreaterThan(TopicPlan.LARGEST_RECORD));
  }

  @Test
  void everyDeadLetterTopicBelongsToAPlannedTopicAndIsKeptLonger() {
    List<Topic> dead = topics.stream().filter(t -> t.name().endsWith(".dead")).toList();

    assertThat(dead).extracting(Topic::name).contains("mentions.classified.routing.dead");
    for (Topic topic : dead) {
      String withGroup = topic.name().substring(0, topic.name().length() - ".dead".length());
      String origin = withGroup.substring(0, withGroup.lastIndexOf('.'));

      assertThat(byName).containsKey(origin);
      assertThat(Long.parseLong(topic.config().get("retention.ms")))
          .isGreaterThan(Long.parseLong(TWO_DAYS));
    }
  }
}
