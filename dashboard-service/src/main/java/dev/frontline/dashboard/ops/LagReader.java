package dev.frontline.dashboard.ops;

import dev.frontline.contracts.TopicPlan;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How far each group is behind its topics. */
@ApplicationScoped
class LagReader {

  private static final List<String> GROUPS = List.of("classify", "routing", "ingest", "dashboard");
  private static final Set<String> FLOW =
      Set.of(
          TopicPlan.INGESTED,
          TopicPlan.CLASSIFIED,
          TopicPlan.ROUTED,
          TopicPlan.CASES,
          TopicPlan.REPLIES_REQUESTED,
          TopicPlan.REPLIES_DELIVERED);
  private static final int TIMEOUT_S = 3;

  private final Admin admin;

  @Inject
  LagReader(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_500));
  }

  /**
   * Records not yet committed, by {@code topic/group}.
   *
   * @throws TimeoutException where the broker does not answer in 3 s
   */
  Map<String, Long> read() throws TimeoutException, ExecutionException, InterruptedException {
    Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (String group : GROUPS) {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get(TIMEOUT_S, TimeUnit.SECONDS);
      offsets.forEach(
          (partition, offset) -> {
            if (offset != null && FLOW.contains(partition.topic())) {
              asked.put(partition, OffsetSpec.latest());
              committed
                  .computeIfAbsent(group, g -> new HashMap<>())
                  .put(partition, offset.offset());
            }
          });
    }
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin.listOffsets(asked).all().get(TIMEOUT_S, TimeUnit.SECONDS);
    Map<String, Long> lag = new TreeMap<>();
    committed.forEach(
        (group, offsets) ->
            offsets.forEach(
                (partition, offset) ->
                    lag.merge(
                        partition.topic() + "/" + group,
                        Math.max(0, ends.get(partition).offset() - offset),
                        Long::sum)));
    return lag;
  }

  @PreDestroy
  void close() {
    admin.close(java.time.Duration.ofSeconds(2));
  }
}
