package dev.frontline.dashboard.readmodel;

import com.mongodb.client.model.WriteModel;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.kit.kafka.BatchConsumer;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.kafka.Received;
import dev.frontline.kit.kafka.Rejection;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.bson.Document;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the text and the labels of every mention as {@code mentions.classified} tells them. */
@ApplicationScoped
public class ClassifiedFeed {

  private final BatchConsumer<ClassifyEvent> consumer;
  private final MentionStore store;

  @Inject
  ClassifiedFeed(MentionStore store, EventPublisher publisher, Clock clock) {
    this.store = store;
    this.consumer =
        new BatchConsumer<>(
            EventFamily.CLASSIFIED, this::keep, new DeadLetters(publisher, "dashboard", clock));
  }

  @Incoming("classified")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    consumer.accept(records);
  }

  private List<Rejection<ClassifyEvent>> keep(List<Received<ClassifyEvent>> batch) {
    Map<String, ClassifyEvent> last = new LinkedHashMap<>();
    batch.forEach(received -> last.put(received.event().mentionId(), received.event()));
    List<Document> first = new ArrayList<>();
    List<WriteModel<Document>> further = new ArrayList<>();
    for (ClassifyEvent event : last.values()) {
      if (event instanceof ClassifyEvent.MentionClassified judged) {
        first.add(MentionStore.document(judged.mention(), judged.classification()));
      } else if (event instanceof ClassifyEvent.MentionReclassified judged) {
        further.add(
            MentionStore.judged(MentionStore.document(judged.mention(), judged.classification())));
      } else {
        further.add(MentionStore.withdrawn(event.mentionId()));
      }
    }
    store.add(first);
    store.write(further);
    return List.of();
  }
}
