package dev.frontline.classify.correction;

import dev.frontline.classify.correction.Correction.Pending;
import dev.frontline.classify.lease.Leases;
import dev.frontline.classify.publishing.ClassifiedRecords;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Sends corrections' events: at once by who stored them, later by a sweep what was left over. */
@ApplicationScoped
class CorrectionOutbox {

  private static final Logger LOG = Logger.getLogger(CorrectionOutbox.class);
  private static final Duration LEASE = Duration.ofSeconds(25);

  private final CorrectionStore store;
  private final EventPublisher publisher;
  private final Leases leases;
  private final Clock clock;

  @Inject
  CorrectionOutbox(CorrectionStore store, EventPublisher publisher, Leases leases, Clock clock) {
    this.store = store;
    this.publisher = publisher;
    this.leases = leases;
    this.clock = clock;
  }

  /** Sends all pending events; where the broker is away they stay for the sweep. */
  void send(Correction correction) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (Pending pending : correction.outbox()) {
      records.add(
          EventCodec.toRecord(
              TopicPlan.LABELS,
              correction.conversationId(),
              EventFamily.LABELS,
              pending.correctedEnvelope(ClassifiedRecords.SOURCE)));
      records.add(
          ClassifiedRecords.record(pending.reclassifiedId(), pending.at(), pending.reclassified()));
    }
    try {
      publisher.publish(records);
    } catch (KafkaException e) {
      LOG.warnf("correction waits for the broker mention=%s", correction.mentionId());
      return;
    }
    store.sent(correction);
  }

  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    if (leases.take("corrections-outbox", clock.instant(), LEASE)) {
      store.pending().forEach(this::send);
    }
  }
}
