package dev.frontline.classify.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.TopicPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/** Writes and reads signatures on {@code stories.signatures}, keyed by mention id. */
final class StoryTopic {

  private static final Logger LOG = Logger.getLogger(StoryTopic.class);

  private final Producer<String, byte[]> producer;

  StoryTopic(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Sends all and waits for the broker.
   *
   * @return by partition, the offset after the last one sent
   * @throws KafkaException where any was not acknowledged
   */
  Map<Integer, Long> send(List<Signature> signatures) {
    List<Future<RecordMetadata>> sent = new ArrayList<>(signatures.size());
    for (Signature signature : signatures) {
      sent.add(
          producer.send(
              new ProducerRecord<>(TopicPlan.STORIES, signature.id(), written(signature))));
    }
    Map<Integer, Long> ends = new HashMap<>();
    for (Future<RecordMetadata> future : sent) {
      try {
        RecordMetadata at = future.get();
        ends.merge(at.partition(), at.offset() + 1, Math::max);
      } catch (ExecutionException e) {
        throw new KafkaException("not acknowledged: " + e.getCause().getMessage(), e.getCause());
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
    return ends;
  }

  /**
   * Applies a record to the index; one that cannot be read is passed over, for a story is a hint.
   */
  static void apply(ConsumerRecord<String, byte[]> record, StoryIndex index) {
    try {
      index.apply(Json.MAPPER.readValue(record.value(), Signature.class), record.timestamp());
    } catch (IOException | RuntimeException e) {
      LOG.warnf(
          "signature cannot be read partition=%d offset=%d fault=%s",
          record.partition(), record.offset(), e.getMessage());
    }
  }

  private static byte[] written(Signature signature) {
    try {
      return Json.MAPPER.writeValueAsBytes(signature);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a signature is always JSON", e);
    }
  }
}
