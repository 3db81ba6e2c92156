package dev.frontline.contracts;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads events as Kafka records in the binary mode of the CloudEvents Kafka protocol
 * binding 1.0.2: attributes as {@code ce_} headers, the event's JSON as the value.
 */
public final class EventCodec {

  private static final String SPEC_VERSION = "1.0";
  private static final String CONTENT_TYPE = "application/json";

  private EventCodec() {}

  /** The record that carries the event on the topic under the key. */
  public static <E> ProducerRecord<String, byte[]> toRecord(
      String topic, String key, EventFamily<E> family, Envelope<E> envelope) {
    byte[] value;
    try {
      value = Json.MAPPER.writeValueAsBytes(envelope.event());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("event cannot be written as JSON", e);
    }
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
    Headers headers = record.headers();
    put(headers, "ce_specversion", SPEC_VERSION);
    put(headers, "ce_id", envelope.id());
    put(headers, "ce_type", family.nameOf(envelope.event()));
    put(headers, "ce_source", envelope.source());
    put(headers, "ce_time", envelope.time().toString());
    put(headers, "content-type", CONTENT_TYPE);
    if (envelope.traceparent() != null) {
      put(headers, "traceparent", envelope.traceparent());
    }
    return record;
  }

  /**
   * Reads an event of the family.
   *
   * @throws UnreadableEventException where a header is missing, the type is none of the topic's, or
   *     the value is not that event's JSON
   */
  public static <E> Envelope<E> fromRecord(
      ConsumerRecord<String, byte[]> record, EventFamily<E> family)
      throws UnreadableEventException {
    Headers headers = record.headers();
    String typeName = need(headers, "ce_type");
    EventType<E> type =
        family
            .named(typeName)
            .orElseThrow(
                () ->
                    new UnreadableEventException(
                        "ce_type '" + typeName + "' is none of this topic's"));
    if (record.value() == null) {
      throw new UnreadableEventException("the value is empty");
    }
    try {
      E event = Json.MAPPER.readValue(record.value(), type.record());
      if (event == null) {
        throw new UnreadableEventException("the value is JSON null");
      }
      return new Envelope<>(
          need(headers, "ce_id"),
          need(headers, "ce_source"),
          Instant.parse(need(headers, "ce_time")),
          text(headers, "traceparent"),
          event);
    } catch (JsonProcessingException e) {
      throw new UnreadableEventException("not a " + typeName + ": " + inWords(e), e);
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      throw new UnreadableEventException("not a " + typeName + ": " + e.getMessage(), e);
    }
  }

  /** A header's text, null where it is absent. */
  public static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Sets a header's text, replacing an earlier one. */
  public static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** What is wrong and where, without names of our classes: people read it. */
  private static String inWords(JsonProcessingException e) {
    String field =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(p -> p.getFieldName() == null ? "[" + p.getIndex() + "]" : p.getFieldName())
                .collect(Collectors.joining("."))
            : "";
    JsonLocation at = e.getLocation();
    return e.getOriginalMessage()
        + (field.isEmpty() ? "" : ", in " + field)
        + (at == null ? "" : ", line " + at.getLineNr() + " column " + at.getColumnNr());
  }

  private static String need(Headers headers, String name) throws UnreadableEventException {
    String value = text(headers, name);
    if (value == null) {
      throw new UnreadableEventException("header " + name + " is missing");
    }
    return value;
  }
}
