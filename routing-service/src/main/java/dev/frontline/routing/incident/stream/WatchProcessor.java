package dev.frontline.routing.incident.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.incident.DetectionEvent;
import dev.frontline.contracts.incident.Rise;
import dev.frontline.routing.incident.watch.Bars;
import dev.frontline.routing.incident.watch.BrandWatch;
import dev.frontline.routing.incident.watch.HeardBytes;
import dev.frontline.routing.incident.watch.Shelf;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;

/**
 * Hands a task's posts to the watches of its brands, keeps what they keep, sends what they tell.
 */
final class WatchProcessor extends ContextualProcessor<String, byte[], String, byte[]> {

  private static final Logger LOG = Logger.getLogger(WatchProcessor.class);
  private static final String SOURCE = "/frontline/routing";
  private static final Duration TICK = Duration.ofSeconds(5);
  private static final char BETWEEN = '\u0000';

  private final Bars bars;
  private final Map<String, BrandWatch> watches = new HashMap<>();

  WatchProcessor(Bars bars) {
    this.bars = bars;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    super.init(context);
    restore();
    context.schedule(
        TICK,
        PunctuationType.WALL_CLOCK_TIME,
        now -> watches.values().forEach(watch -> send(watch.tick(now), now)));
  }

  @Override
  public void process(Record<String, byte[]> record) {
    long now = context().currentSystemTimeMs();
    if (record.key() == null || record.value() == null) {
      return;
    }
    BrandWatch watch = watches.computeIfAbsent(record.key(), this::watch);
    try {
      if (Baseline.is(record.value())) {
        take(Json.MAPPER.readTree(record.value()), watch, now);
      } else {
        send(watch.hear(HeardBytes.read(record.value()), now), now);
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.warnf("record not watched brand=%s fault=%s", record.key(), e.getMessage());
    }
  }

  /** What is told of a brand and is no post: how its bars are moved, or an hour from before. */
  private static void take(JsonNode told, BrandWatch watch, long now) throws IOException {
    if (Tuning.is(told)) {
      Tuning tuning = Json.MAPPER.treeToValue(told, Tuning.class);
      watch.tune(tuning.version(), tuning.factors());
      return;
    }
    Baseline baseline = Json.MAPPER.treeToValue(told, Baseline.class);
    if (baseline.hour() != null) {
      watch.learn(baseline.hour().getEpochSecond() / 3600, baseline.counts(), now);
    }
  }

  private BrandWatch watch(String brand) {
    KeyValueStore<String, byte[]> store = store();
    String prefix = brand + BETWEEN;
    return new BrandWatch(
        brand,
        bars,
        new Shelf() {
          @Override
          public void put(String key, byte[] value) {
            store.put(prefix + key, value);
          }

          @Override
          public void delete(String key) {
            store.delete(prefix + key);
          }
        },
        new Counting(brand, event -> context().forward(event)));
  }

  private void restore() {
    Map<String, Map<String, byte[]>> kept = new HashMap<>();
    try (KeyValueIterator<String, byte[]> all = store().all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> entry = all.next();
        int split = entry.key.indexOf(BETWEEN);
        kept.computeIfAbsent(entry.key.substring(0, split), b -> new HashMap<>())
            .put(entry.key.substring(split + 1), entry.value);
      }
    }
    kept.forEach(
        (brand, entries) -> {
          BrandWatch watch = watch(brand);
          try {
            watch.restore(entries);
          } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "what was watched cannot be read and begins anew brand=%s", brand);
            watch = watch(brand);
          }
          watches.put(brand, watch);
        });
  }

  private void send(List<Rise> rises, long now) {
    for (Rise rise : rises) {
      String id = rise.incidentId() + "#" + rise.at().getEpochSecond() + "#" + rise.posts();
      ProducerRecord<String, byte[]> event =
          EventCodec.toRecord(
              TopicPlan.DETECTED,
              rise.incidentId(),
              EventFamily.DETECTED,
              Envelope.of(
                  id, SOURCE, Instant.ofEpochMilli(now), new DetectionEvent.RiseDetected(rise)));
      context()
          .forward(new Record<>(event.key(), event.value(), Math.max(0, now), event.headers()));
    }
  }

  private KeyValueStore<String, byte[]> store() {
    return context().getStateStore(SpikeTopology.STORE);
  }
}
