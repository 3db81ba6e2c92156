package dev.frontline.ingest.reply;

import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.reply.ReplyCommandEvent;
import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.contracts.reply.ReplyOutcomeEvent;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyRefused;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.kafka.BatchConsumer;
import dev.frontline.kit.kafka.DeadLetters;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.kafka.Received;
import dev.frontline.kit.kafka.Rejection;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code replies.requested}, posts each answer and tells what became of it. */
@ApplicationScoped
class Replying {

  private final Company company;
  private final SentReplies sent;
  private final CallBack callBack;
  private final EventPublisher publisher;
  private final Clock clock;
  private final BatchConsumer<ReplyCommandEvent> consumer;

  @Inject
  Replying(
      Company company,
      SentReplies sent,
      EventPublisher publisher,
      HttpClient http,
      Clock clock,
      @ConfigProperty(name = "frontline.replies.first-pause", defaultValue = "PT1S")
          Duration firstPause) {
    this.company = company;
    this.sent = sent;
    this.callBack = new CallBack(http, clock, firstPause);
    this.publisher = publisher;
    this.clock = clock;
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

  private List<Rejection<ReplyCommandEvent>> handle(List<Received<ReplyCommandEvent>> batch) {
    for (Received<ReplyCommandEvent> received : batch) {
      if (received.event() instanceof ReplyRequested reply) {
        tell(outcomeOf(reply));
      }
    }
    return List.of();
  }

  private ReplyOutcomeEvent outcomeOf(ReplyRequested reply) {
    Optional<ReplyOutcomeEvent> settled = sent.find(reply.replyId()).flatMap(SentReply::outcome);
    if (settled.isPresent()) {
      return settled.get();
    }
    sent.begin(reply.replyId());
    ReplyOutcomeEvent outcome = send(reply);
    sent.settle(outcome);
    return outcome;
  }

  private ReplyOutcomeEvent send(ReplyRequested reply) {
    Optional<String> address =
        company.source(reply.source()).flatMap(s -> Optional.ofNullable(s.replyUrl()));
    if (address.isEmpty()) {
      return new ReplyRefused(
          reply.replyId(),
          reply.caseId(),
          clock.instant(),
          "the source " + reply.source() + " has no replyUrl: answer on the network itself");
    }
    try {
      return callBack.send(URI.create(address.get()), reply);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private void tell(ReplyOutcomeEvent outcome) {
    publisher.publish(
        List.of(
            EventCodec.toRecord(
                TopicPlan.REPLIES_DELIVERED,
                outcome.caseId(),
                EventFamily.REPLIES_DELIVERED,
                Envelope.of(
                    "reply#" + outcome.replyId(), "/frontline/ingest", outcome.at(), outcome))));
  }
}
