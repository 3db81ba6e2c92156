package dev.frontline.kit.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Sends records and returns once the broker has them all. */
public final class EventPublisher {

  private final Producer<String, byte[]> producer;
  private final Stop stop;

  public EventPublisher(Producer<String, byte[]> producer) {
    this(producer, new Stop());
  }

  /**
   * @param stop of the process that publishes
   */
  public EventPublisher(Producer<String, byte[]> producer, Stop stop) {
    this.producer = producer;
    this.stop = stop;
  }

  /** Of the process that publishes. */
  public Stop stop() {
    return stop;
  }

  /**
   * Sends in order and waits for every acknowledgement.
   *
   * @throws KafkaException where any was not acknowledged: all may be sent again, their ids are the
   *     same
   */
  public void publish(List<ProducerRecord<String, byte[]>> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
    for (ProducerRecord<String, byte[]> record : records) {
      sent.add(producer.send(record));
    }
    for (Future<RecordMetadata> future : sent) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw new KafkaException("not acknowledged: " + e.getCause().getMessage(), e.getCause());
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
  }
}
