package dev.frontline.dashboard.readmodel;

import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.kit.kafka.DeadLetters;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps what any service set aside, from every {@code *.dead} topic. */
@ApplicationScoped
public class DeadLetterFeed {

  private static final int EXCERPT = 500;

  private final DeadLetterStore store;

  @Inject
  DeadLetterFeed(DeadLetterStore store) {
    this.store = store;
  }

  @Incoming("dead")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    List<WholeLetter> letters = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      letters.add(new WholeLetter(letter(record), record.value(), headers(record.headers())));
    }
    store.write(letters);
  }

  static DeadLetter letter(ConsumerRecord<String, byte[]> record) {
    Headers headers = record.headers();
    String topic = or(EventCodec.text(headers, DeadLetters.TOPIC), record.topic());
    String group = or(EventCodec.text(headers, DeadLetters.GROUP), "unknown");
    String partition =
        or(EventCodec.text(headers, DeadLetters.PARTITION), String.valueOf(record.partition()));
    String offset =
        or(EventCodec.text(headers, DeadLetters.OFFSET), String.valueOf(record.offset()));
    String at =
        or(
            EventCodec.text(headers, DeadLetters.TIME),
            Instant.ofEpochMilli(record.timestamp()).toString());
    String value = record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
    String id = group + "/" + topic + "/" + partition + "/" + offset;
    return new DeadLetter(
        id,
        MentionKey.hash(id),
        group,
        topic,
        Integer.parseInt(partition),
        Long.parseLong(offset),
        record.key(),
        EventCodec.text(headers, "ce_type"),
        or(EventCodec.text(headers, DeadLetters.REASON), "no reason given"),
        Instant.parse(at),
        value.length() > EXCERPT ? value.substring(0, EXCERPT) : value,
        DeadLetter.State.WAITING,
        null);
  }

  /** Those that the record came with before it was set aside. */
  private static Map<String, String> headers(Headers all) {
    Map<String, String> own = new LinkedHashMap<>();
    for (Header header : all) {
      String value = EventCodec.text(all, header.key());
      if (value != null && !header.key().startsWith(DeadLetters.PREFIX)) {
        own.put(header.key(), value);
      }
    }
    return own;
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
