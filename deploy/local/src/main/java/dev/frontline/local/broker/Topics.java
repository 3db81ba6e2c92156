package dev.frontline.local.broker;

import dev.frontline.contracts.TopicPlan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Brings a cluster's topics up to the plan; what exists is left as it is. */
public final class Topics {

  private Topics() {}

  /**
   * Creates the topics of the plan that the cluster does not have.
   *
   * @param bootstrapServers any Kafka, embedded or not
   * @return how many were created
   * @throws ExecutionException when the cluster refuses one or cannot be reached within 30 s
   */
  public static int createMissing(String bootstrapServers, Collection<String> departments)
      throws ExecutionException, InterruptedException {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            30_000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            10_000);
    try (Admin admin = Admin.create(settings)) {
      List<NewTopic> missing =
          missing(TopicPlan.all(departments), admin.listTopics().names().get());
      int created = 0;
      for (KafkaFuture<Void> outcome : admin.createTopics(missing).values().values()) {
        created += created(outcome) ? 1 : 0;
      }
      return created;
    }
  }

  static List<NewTopic> missing(List<TopicPlan.Topic> plan, Set<String> existing) {
    return plan.stream()
        .filter(topic -> !existing.contains(topic.name()))
        // No replication factor of ours: the cluster's default is one here and three elsewhere.
        .map(
            topic ->
                new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                    .configs(topic.config()))
        .toList();
  }

  private static boolean created(KafkaFuture<Void> outcome)
      throws ExecutionException, InterruptedException {
    try {
      outcome.get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw e;
    }
  }
}
