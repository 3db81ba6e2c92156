package dev.frontline.kit.kafka;

import dev.frontline.contracts.Envelope;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** An event as it was read, with the record it stood in. */
public record Received<E>(ConsumerRecord<String, byte[]> record, Envelope<E> envelope) {

  public E event() {
    return envelope.event();
  }
}
