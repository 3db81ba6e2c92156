package dev.frontline.routing.store;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.bson.Document;

/**
 * A record that is to be published, as it will stand on its topic.
 *
 * @param headers CloudEvents attributes and trace context, by header name
 * @param value the event's JSON
 */
public record OutboxEntry(String topic, String key, Map<String, String> headers, String value) {

  /** Keeps a record until it is published. */
  public static OutboxEntry of(ProducerRecord<String, byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return new OutboxEntry(
        record.topic(), record.key(), headers, new String(record.value(), StandardCharsets.UTF_8));
  }

  /** The event's type, such as {@code case.opened.v1}. */
  public String type() {
    return String.valueOf(headers.get("ce_type"));
  }

  /** The record again, the same at every call. */
  public ProducerRecord<String, byte[]> record() {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8));
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  /** Text in few fields, which the store writes faster than a tree. */
  public Document document() {
    StringBuilder lines = new StringBuilder();
    headers.forEach((name, text) -> lines.append(name).append('=').append(text).append('\n'));
    return new Document("topic", topic)
        .append("key", key)
        .append("headers", lines.toString())
        .append("value", value);
  }

  /** Reads what {@link #document} wrote. */
  public static OutboxEntry from(Document document) {
    Map<String, String> headers = new LinkedHashMap<>();
    document
        .getString("headers")
        .lines()
        .forEach(
            line -> {
              int split = line.indexOf('=');
              headers.put(line.substring(0, split), line.substring(split + 1));
            });
    return new OutboxEntry(
        document.getString("topic"),
        document.getString("key"),
        headers,
        document.getString("value"));
  }
}
