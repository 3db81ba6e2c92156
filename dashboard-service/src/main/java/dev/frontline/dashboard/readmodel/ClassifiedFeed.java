package dev.frontline.dashboard.readmodel;

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
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.bson.Document;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps the text and the labels of every mention as {@code mentions.classified} tells them, but for
 * those of erased authors: what was judged before the erasure may still come after it.
 */
@ApplicationScoped
public class ClassifiedFeed {

  private final BatchConsumer<ClassifyEvent> consumer;
  private final MentionStore store;
  private final ErasedAuthors erased;

  @Inject
  ClassifiedFeed(MentionStore store, ErasedAuthors erased, EventPublisher publisher, Clock clock) {
    this.store = store;
    this.erased = erased;
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
    for (Received<ClassifyEvent> received : batch) {
      last.merge(received.event().mentionId(), received.event(), ClassifiedFeed::whatHolds);
    }
    List<Document> first = new ArrayList<>();
    List<Document> further = new ArrayList<>();
    Set<String> forgotten = erased.among(authors(last.values()));
    for (ClassifyEvent event : last.values()) {
      if (event instanceof ClassifyEvent.MentionClassified judged
          && !forgotten.contains(MentionDocuments.author(judged.mention()))) {
        first.add(MentionDocuments.document(judged.mention(), judged.classification()));
      } else if (event instanceof ClassifyEvent.MentionReclassified judged
          && !forgotten.contains(MentionDocuments.author(judged.mention()))) {
        further.add(MentionDocuments.document(judged.mention(), judged.classification()));
      } else {
        further.add(MentionDocuments.withdrawn(event.mentionId(), event.networkVersion()));
      }
    }
    store.add(first);
    store.put(further);
    return List.of();
  }

  private static Set<String> authors(Collection<ClassifyEvent> events) {
    Set<String> authors = new HashSet<>();
    for (ClassifyEvent event : events) {
      if (event instanceof ClassifyEvent.MentionClassified judged) {
        authors.add(MentionDocuments.author(judged.mention()));
      } else if (event instanceof ClassifyEvent.MentionReclassified judged) {
        authors.add(MentionDocuments.author(judged.mention()));
      }
    }
    return authors;
  }

  private static ClassifyEvent whatHolds(ClassifyEvent known, ClassifyEvent later) {
    return Standing.of(known).yieldsTo(Standing.of(later)) ? later : known;
  }
}
