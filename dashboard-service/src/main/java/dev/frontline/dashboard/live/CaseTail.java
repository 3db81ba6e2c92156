package dev.frontline.dashboard.live;

import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.UnreadableEventException;
import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.dashboard.inbox.CaseGlance;
import dev.frontline.dashboard.inbox.CaseIndex;
import dev.frontline.dashboard.readmodel.CaseStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads all of {@code cases.events} in every instance, without a group. It starts where the shared
 * group stood before the store was read into the index, so that nothing falls between the two; what
 * was there at the start is taken in silently, what comes later is told to browsers.
 */
@ApplicationScoped
public class CaseTail {

  private static final Logger LOG = Logger.getLogger(CaseTail.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PAUSE_MS = 2_000;

  private final String servers;
  private final CaseStore store;
  private final CaseIndex index;
  private final RecentCases recent;
  private final LiveHub hub;
  // Where the topic ended when this instance started, and what it reads next: a tail that starts
  // again goes on where it was and still tells what happened meanwhile.
  private final Map<TopicPartition, Long> startEnds = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
  private volatile boolean running = true;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

  @Inject
  CaseTail(
      @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
      CaseStore store,
      CaseIndex index,
      RecentCases recent,
      LiveHub hub) {
    this.servers = servers;
    this.store = store;
    this.index = index;
    this.recent = recent;
    this.hub = hub;
  }

  void start(@Observes StartupEvent event) {
    store.glances(index::accept);
    Thread thread = new Thread(this::run, "cases-tail");
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
    KafkaConsumer<String, byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
  }

  private void run() {
    while (running) {
      try (KafkaConsumer<String, byte[]> current = consumer()) {
        consumer = current;
        follow(current);
      } catch (WakeupException | InterruptException e) {
        LOG.debug("tail ends");
      } catch (RuntimeException e) {
        LOG.warnf("tail starts again fault=%s", e.getMessage());
        pause();
      } finally {
        consumer = null;
      }
    }
  }

  private void follow(KafkaConsumer<String, byte[]> current) {
    List<TopicPartition> partitions =
        current.partitionsFor(TopicPlan.CASES).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    current.assign(partitions);
    current.endOffsets(partitions).forEach(startEnds::putIfAbsent);
    Map<TopicPartition, OffsetAndMetadata> committed = current.committed(Set.copyOf(partitions));
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata from = committed.get(partition);
      Long position = next.get(partition);
      if (position != null) {
        current.seek(partition, position);
      } else if (from != null) {
        current.seek(partition, from.offset());
      } else {
        current.seekToBeginning(List.of(partition));
      }
    }
    store.glances(index::accept);
    LOG.infof("inbox ready cases=%d", index.all().size());
    while (running) {
      for (ConsumerRecord<String, byte[]> record : current.poll(POLL)) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        take(record, record.offset() >= startEnds.getOrDefault(partition, 0L));
        next.put(partition, record.offset() + 1);
      }
    }
  }

  private void take(ConsumerRecord<String, byte[]> record, boolean isNew) {
    if (record.value() == null) {
      index.remove(record.key());
      recent.remove(record.key());
      return;
    }
    try {
      CaseEvent event = EventCodec.fromRecord(record, EventFamily.CASES).event();
      recent.accept(event.state());
      index
          .accept(CaseGlance.of(event.state()))
          .filter(change -> isNew)
          .ifPresent(
              change ->
                  hub.publish(
                      new CaseChange(
                          record.partition() + ":" + record.offset(),
                          EventFamily.CASES.nameOf(event),
                          event.at(),
                          event.by(),
                          change.before(),
                          change.after())));
    } catch (UnreadableEventException e) {
      // The group that writes the store sets it aside; here it is only passed over.
      LOG.debugf("event passed over partition=%d offset=%d", record.partition(), record.offset());
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ConsumerConfig.GROUP_ID_CONFIG,
            "dashboard",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            500),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
