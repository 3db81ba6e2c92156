package dev.frontline.routing.incident.stream;

import dev.frontline.routing.incident.watch.Bars;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
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
    KafkaStreams started =
        new KafkaStreams(
            SpikeTopology.of(bars),
            SpikeProperties.of(kafka, config.applicationId(), instance, config.commitEvery()));
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
}
