package dev.frontline.routing.incident.stream;

import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.incident.CountEvent;
import dev.frontline.routing.incident.watch.Heard;
import dev.frontline.routing.incident.watch.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/** Sends what a brand's watch counted to {@code incidents.counts}. */
final class Counting implements Tally {

  private static final String SOURCE = "/frontline/routing";
  private static final String TYPE = "ce_type";

  /** What is expected less often than once a month need not be said. */
  private static final double LEAST = 1e-5;

  private static final double ROUND = 1e5;

  private final String brand;
  private final Consumer<Record<String, byte[]>> send;

  Counting(String brand, Consumer<Record<String, byte[]>> send) {
    this.brand = brand;
    this.send = send;
  }

  /** Whether a record is one of these. */
  static boolean is(Headers headers) {
    Header type = headers.lastHeader(TYPE);
    return type != null && EventFamily.COUNTS.named(new String(type.value())).isPresent();
  }

  @Override
  public void minute(
      long minute, boolean known, Map<String, Double> counts, Map<String, Double> usual) {
    Map<String, Double> said = new HashMap<>();
    usual.forEach(
        (signal, rate) -> {
          if (rate >= LEAST) {
            said.put(signal, Math.round(rate * ROUND) / ROUND);
          }
        });
    Instant begin = Instant.ofEpochSecond(minute * 60);
    String id = brand + "@" + minute + "#" + counts.getOrDefault(Heard.ALL, 0.0).longValue();
    send(id, begin, new CountEvent.MinuteCounted(brand, begin, known, counts, said));
  }

  @Override
  public void hour(long hour, Map<String, Double> counts) {
    Instant begin = Instant.ofEpochSecond(hour * 3600);
    String id = brand + "@hour-" + hour + "#" + counts.getOrDefault(Heard.ALL, 0.0).longValue();
    send(id, begin, new CountEvent.HourCounted(brand, begin, counts));
  }

  @Override
  public void post(Heard post) {
    Instant at = Instant.ofEpochMilli(post.at());
    List<String> labels = labels(post);
    String id = brand + "@" + post.mentionId() + "#" + String.join("+", labels);
    send(
        id,
        at,
        new CountEvent.PostNoted(
            brand, post.mentionId(), at, post.network(), post.followers(), labels));
  }

  private static List<String> labels(Heard post) {
    List<String> labels = new ArrayList<>();
    if (post.has(Heard.COMPLAINT)) {
      labels.add(Heard.COMPLAINTS);
    }
    if (post.has(Heard.PR_RISK)) {
      labels.add(Heard.RISKS);
    }
    if (post.has(Heard.PRAISE)) {
      labels.add("praise");
    }
    if (post.mood() < 0) {
      labels.add(Heard.AGAINST);
    }
    return labels;
  }

  private void send(String id, Instant at, CountEvent event) {
    ProducerRecord<String, byte[]> record =
        EventCodec.toRecord(
            TopicPlan.COUNTS, brand, EventFamily.COUNTS, Envelope.of(id, SOURCE, at, event));
    send.accept(
        new Record<>(
            record.key(), record.value(), Math.max(0, at.toEpochMilli()), record.headers()));
  }
}
