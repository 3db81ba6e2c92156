package dev.frontline.routing.incident.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams' settings for the watch over spikes. */
final class SpikeProperties {

  private static final int LARGEST = 8 * 1024 * 1024;

  private SpikeProperties() {}

  /**
   * @param instance this process's name, the same after a restart: the group waits for it
   * @param commitEvery an alarm leaves with the commit
   */
  static Properties of(String kafka, String applicationId, String instance, Duration commitEvery) {
    Properties p = new Properties();
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
    p.put(StreamsConfig.CLIENT_ID_CONFIG, instance + "-spikes");
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitEvery.toMillis());
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    // The broker's own default, so that one broker suffices where there is one.
    p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
    p.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory());
    p.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
        instance + "-spikes");
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST);
    p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    p.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 50);
    return p;
  }

  /** Named and never made: all that is watched is in memory and in the changelog. */
  private static String stateDirectory() {
    return Path.of(System.getProperty("java.io.tmpdir"), "frontline-spikes").toString();
  }
}
