package dev.frontline.local.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker (KRaft, one node) inside this process; its data outlives the process. */
public final class EmbeddedBroker implements AutoCloseable {

  static final int NODE = 1;

  private final KafkaRaftServer server;

  private EmbeddedBroker(KafkaRaftServer server) {
    this.server = server;
  }

  /**
   * Formats the log directory the first time, then starts; returns when clients can connect.
   *
   * @throws IOException when the log directory cannot be made or formatted
   */
  public static EmbeddedBroker start(BrokerSettings settings) throws IOException {
    if (Files.notExists(settings.directory().resolve("meta.properties"))) {
      format(settings.directory());
    }
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(settings.properties(), false), Time.SYSTEM);
    server.startup();
    return new EmbeddedBroker(server);
  }

  private static void format(Path directory) throws IOException {
    Files.createDirectories(directory);
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .setDirectories(List.of(directory.toString()))
          .setMetadataLogDirectory(directory.toString())
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setUnstableFeatureVersionsEnabled(false)
          .setIgnoreFormatted(true)
          .run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("cannot format the broker's folder " + directory, e);
    }
  }

  /** Flushes and stops; a record acknowledged before is there at the next start. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
