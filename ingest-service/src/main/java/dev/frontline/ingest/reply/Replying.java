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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads {@code replies.requested}, has each answer sent and tells what became of it. Answers of one
 * case go out in their order, those of different cases side by side, so that a slow network holds
 * up its own cases only.
 */
@ApplicationScoped
class Replying {

  private static final int SIDE_BY_SIDE = 8;

  private final SendingReplies sending;
  private final EventPublisher publisher;
  private final ExecutorService senders = Executors.newFixedThreadPool(SIDE_BY_SIDE);
  private final BatchConsumer<ReplyCommandEvent> consumer;

  @Inject
  Replying(SendingReplies sending, EventPublisher publisher, Clock clock) {
    this.sending = sending;
    this.publisher = publisher;
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
    senders.shutdownNow();
  }

  private List<Rejection<ReplyCommandEvent>> handle(List<Received<ReplyCommandEvent>> batch) {
    Map<String, List<ReplyRequested>> byCase = new LinkedHashMap<>();
    for (Received<ReplyCommandEvent> received : batch) {
      if (received.event() instanceof ReplyRequested reply) {
        byCase.computeIfAbsent(reply.caseId(), id -> new ArrayList<>()).add(reply);
      }
    }
    publisher.publish(sent(byCase).stream().map(Replying::record).toList());
    return List.of();
  }

  private List<ReplyOutcomeEvent> sent(Map<String, List<ReplyRequested>> byCase) {
    List<Callable<List<ReplyOutcomeEvent>>> cases = new ArrayList<>();
    byCase.values().forEach(replies -> cases.add(() -> sending.inOrder(replies)));
    List<ReplyOutcomeEvent> outcomes = new ArrayList<>();
    try {
      for (Future<List<ReplyOutcomeEvent>> one : senders.invokeAll(cases)) {
        outcomes.addAll(one.get());
      }
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(e.getCause());
    }
    return outcomes;
  }

  private static ProducerRecord<String, byte[]> record(ReplyOutcomeEvent outcome) {
    return EventCodec.toRecord(
        TopicPlan.REPLIES_DELIVERED,
        outcome.caseId(),
        EventFamily.REPLIES_DELIVERED,
        Envelope.of("reply#" + outcome.replyId(), "/frontline/ingest", outcome.at(), outcome));
  }
}
