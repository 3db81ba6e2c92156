package dev.frontline.routing.incident.stream;

import dev.frontline.routing.incident.watch.Bars;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the topology for as long as the service runs. */
@Liveness
@ApplicationScoped
class SpikeStream implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(SpikeStream.class);
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final int LARGEST = 8 * 1024 * 1024;

  private final SpikeStreamConfig config;
  private final String kafka;
  private final String instance;
  private @Nullable KafkaStreams streams;

  @Inject
  SpikeStream(
      SpikeStreamConfig config,
      @ConfigProperty(name = "kafka.bootstrap.servers") String kafka,
      @ConfigProperty(name = "frontline.instance") String instance) {
    this.config = config;
    this.kafka = kafka;
    this.instance = instance;
  }

  void start(@Observes StartupEvent event) {
    if (!config.enabled()) {
      return;
    }
    Bars bars =
        config.volumes()
            ? new Bars(config.mainBar(), config.partBar(), config.fineBar())
            : Bars.STORIES_ONLY;
    KafkaStreams started = new KafkaStreams(SpikeTopology.of(bars), properties());
    started.setUncaughtExceptionHandler(
        fault -> {
          LOG.errorf(fault, "the watch over spikes begins anew");
          return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    started.start();
    streams = started;
  }

  void stop(@Observes ShutdownEvent event) {
    if (streams != null) {
      streams.close(STOP);
    }
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("spikes")
        .status(streams == null || streams.state() != KafkaStreams.State.ERROR)
        .withData("state", streams == null ? "off" : streams.state().name())
        .build();
  }

  private Properties properties() {
    Properties p = new Properties();
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
    p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
    p.put(StreamsConfig.CLIENT_ID_CONFIG, instance + "-spikes");
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitEvery().toMillis());
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

  /** Only a lock stands there: what is watched is in memory and in the changelog. */
  private static String stateDirectory() {
    try {
      return Files.createTempDirectory("frontline-spikes-").toString();
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for temporary files", e);
    }
  }
}
