package dev.frontline.ingest.reply;

import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.reply.ReplyCommandEvent;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.contracts.reply.ReplyOutcomeEvent;
import dev.frontline.kit.kafka.BatchConsumer;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.kafka.Received;
import dev.frontline.kit.kafka.Rejection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads {@code replies.requested}, has each answer sent and tells at once what became of it.
 * Answers of one case go out in their order, those of different cases side by side.
 */
@ApplicationScoped
class Replying {

  private static final int MOST_A_SOURCE = 8;

  private final SideBySide senders;
  private final BatchConsumer<ReplyCommandEvent> consumer;

  @Inject
  Replying(SendingReplies sending, EventPublisher publisher, Clock clock) {
    this.senders =
        new SideBySide(
            MOST_A_SOURCE, reply -> publisher.publish(List.of(record(sending.outcomeOf(reply)))));
    this.consumer =
        new BatchConsumer<>(
            EventFamily.REPLIES_REQUESTED,
            this::handle,
            new DeadLetters(publisher, "ingest", clock));
  }

  @Incoming("replies")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    consumer.accept(records);
  }

  @PreDestroy
  void stop() {
    senders.close();
  }

  private List<Rejection<ReplyCommandEvent>> handle(List<Received<ReplyCommandEvent>> batch) {
    Map<String, List<ReplyRequested>> byCase = new LinkedHashMap<>();
    for (Received<ReplyCommandEvent> received : batch) {
      if (received.event() instanceof ReplyRequested reply) {
        byCase.computeIfAbsent(reply.caseId(), id -> new ArrayList<>()).add(reply);
      }
    }
    senders.handle(byCase.values());
    return List.of();
  }

  private static ProducerRecord<String, byte[]> record(ReplyOutcomeEvent outcome) {
    return EventCodec.toRecord(
        TopicPlan.REPLIES_DELIVERED,
        outcome.caseId(),
        EventFamily.REPLIES_DELIVERED,
        Envelope.of("reply#" + outcome.replyId(), "/frontline/ingest", outcome.at(), outcome));
  }
}
