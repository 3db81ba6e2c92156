package dev.frontline.routing.store;

import dev.frontline.kit.kafka.EventPublisher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes what cases and mentions have to tell, then notes that it is told. */
public final class Telling {

  private final Cases cases;
  private final EventPublisher publisher;
  private final Hearing hearing;

  /** With nobody else who hears. */
  public Telling(Cases cases, EventPublisher publisher) {
    this(cases, publisher, untold -> {});
  }

  public Telling(Cases cases, EventPublisher publisher, Hearing hearing) {
    this.cases = cases;
    this.publisher = publisher;
    this.hearing = hearing;
  }

  /**
   * Returns once the broker has everything and the outboxes are empty.
   *
   * @throws org.apache.kafka.common.KafkaException where the broker did not take all of it; the
   *     outboxes keep it
   */
  public void tell(Collection<CaseDocument> documents, Collection<MentionOutcome> outcomes) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    List<CaseDocument> told = new ArrayList<>();
    for (CaseDocument document : documents) {
      if (!document.outbox().isEmpty()) {
        document.outbox().forEach(entry -> records.add(entry.record()));
        told.add(document);
      }
    }
    if (!told.isEmpty()) {
      hearing.hear(told);
    }
    outcomes.forEach(outcome -> records.add(Announcing.routed(outcome)));
    publisher.publish(records);
    cases.clear(told);
  }
}
