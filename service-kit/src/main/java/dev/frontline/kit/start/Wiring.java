package dev.frontline.kit.start;

import dev.frontline.contracts.TopicPlan;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.token.InternalTokens;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The collaborators that every service needs, made once. */
@ApplicationScoped
class Wiring {

  // java.util.logging forgets the level of a logger that nobody holds.
  private static final Logger MESSAGING = Logger.getLogger("io.smallrye.reactive.messaging");

  @Produces
  @Singleton
  @DefaultBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  InternalTokens tokens(@ConfigProperty(name = "frontline.service-key") String key, Clock clock) {
    return new InternalTokens(key, clock);
  }

  @Produces
  @Singleton
  @DefaultBean
  Company company(@ConfigProperty(name = "frontline.config") String file) {
    return CompanyFile.read(Path.of(file), System.getenv());
  }

  @Produces
  @Singleton
  HttpClient http() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5))
        .build();
  }

  /**
   * Idempotent and acknowledged by all replicas; gives up after 20 s so that a webhook's sender is
   * told to come back rather than left waiting.
   */
  @Produces
  @Singleton
  Producer<String, byte[]> producer(
      @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
    return new KafkaProducer<>(
        Map.ofEntries(
            Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
            Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
            Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
            Map.entry(ProducerConfig.LINGER_MS_CONFIG, 2),
            Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 131_072),
            Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
            Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicPlan.LARGEST_RECORD),
            Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000),
            Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000),
            Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000)),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  void close(@Disposes Producer<String, byte[]> producer) {
    producer.close(Duration.ofSeconds(5));
  }

  @Produces
  @Singleton
  EventPublisher publisher(Producer<String, byte[]> producer) {
    return new EventPublisher(producer);
  }

  void start(@Observes @Priority(1) StartupEvent event) {
    MESSAGING.setLevel(null);
  }

  /**
   * Before anything that a batch in hand may need is taken down. From then on each record of such a
   * batch would be said to have failed, a thousand times with a stack trace: it comes again, which
   * is nothing to report.
   */
  void stop(@Observes @Priority(1) ShutdownEvent event, EventPublisher publisher) {
    publisher.stop().tell();
    MESSAGING.setLevel(Level.OFF);
  }
}
