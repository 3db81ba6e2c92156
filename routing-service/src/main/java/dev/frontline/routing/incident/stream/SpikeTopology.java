package dev.frontline.routing.incident.stream;

import dev.frontline.contracts.TopicPlan;
import dev.frontline.routing.incident.watch.Bars;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * {@code mentions.classified} → slim records → by brand → one processor that watches all signals of
 * a brand → {@code incidents.detected}, and what it counted → {@code incidents.counts}. Counts kept
 * elsewhere come in by {@code incidents.baselines}, whose partitions are those of the slim records.
 */
public final class SpikeTopology {

  static final String STORE = "watch";

  /** As many as {@code incidents.baselines} has: a brand's posts and counts meet in one task. */
  private static final int PARTITIONS = 6;

  private SpikeTopology() {}

  /** The topology; its state is in memory and in a changelog. */
  public static Topology of(Bars bars) {
    return of(bars, TopicPlan.DETECTED);
  }

  /**
   * The same with another end.
   *
   * @param to topic for what is found
   */
  static Topology of(Bars bars, String to) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
            .withLoggingEnabled(Map.of("segment.bytes", String.valueOf(16 << 20))));
    Consumed<String, byte[]> consumed = Consumed.with(Serdes.String(), Serdes.ByteArray());
    KStream<String, byte[]> slim =
        builder.stream(TopicPlan.CLASSIFIED, consumed)
            .process(Slimming::new, Named.as("slimming"))
            .repartition(
                Repartitioned.with(Serdes.String(), Serdes.ByteArray())
                    .withName("by-brand")
                    .withNumberOfPartitions(PARTITIONS));
    slim.merge(builder.stream(TopicPlan.BASELINES, consumed))
        .process(() -> new WatchProcessor(bars), Named.as("watching"), STORE)
        .to(
            (key, value, record) -> Counting.is(record.headers()) ? TopicPlan.COUNTS : to,
            Produced.with(Serdes.String(), Serdes.ByteArray()));
    return builder.build();
  }
}
