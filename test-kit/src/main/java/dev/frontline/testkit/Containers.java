package dev.frontline.testkit;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** The same stack as real products in containers, asked for by {@code -Pcontainers}. */
final class Containers {

  private static final String KAFKA_IMAGE = "apache/kafka:4.1.1";
  private static final String MONGODB_IMAGE = "mongo:7.0";

  private Containers() {}

  static boolean wanted() {
    return Boolean.getBoolean("frontline.test.containers");
  }

  static boolean possible() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  /** Left running: Testcontainers' own watchdog removes them when this JVM has ended. */
  @SuppressWarnings("resource")
  static EmbeddedStack start() {
    KafkaContainer kafka =
        new KafkaContainer(KAFKA_IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    MongoDBContainer store = new MongoDBContainer(MONGODB_IMAGE);
    kafka.start();
    store.start();
    return new EmbeddedStack(kafka.getBootstrapServers(), store.getConnectionString());
  }
}
