package dev.frontline.routing.reply;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.reply.ReplyOutcomeEvent;
import dev.frontline.kit.kafka.BatchConsumer;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.kafka.Received;
import dev.frontline.kit.kafka.Rejection;
import dev.frontline.routing.casefile.Settling;
import dev.frontline.routing.command.CaseWriter;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code replies.delivered} and settles the answers in their cases. */
@ApplicationScoped
class RepliesChannel {

  private final CaseWriter writer;
  private final BatchConsumer<ReplyOutcomeEvent> consumer;

  @Inject
  RepliesChannel(CaseWriter writer, EventPublisher publisher, Clock clock) {
    this.writer = writer;
    consumer =
        new BatchConsumer<>(
            EventFamily.REPLIES_DELIVERED,
            this::settle,
            new DeadLetters(publisher, "routing", clock));
  }

  @Incoming("replies")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    consumer.accept(records);
  }

  private List<Rejection<ReplyOutcomeEvent>> settle(List<Received<ReplyOutcomeEvent>> batch) {
    List<Rejection<ReplyOutcomeEvent>> rejections = new ArrayList<>();
    for (Received<ReplyOutcomeEvent> received : batch) {
      ReplyOutcomeEvent event = received.event();
      boolean known =
          writer.change(event.caseId(), state -> Settling.settle(state, event)).isPresent();
      if (!known) {
        rejections.add(new Rejection<>(received, "no case " + event.caseId()));
      }
    }
    return rejections;
  }
}
