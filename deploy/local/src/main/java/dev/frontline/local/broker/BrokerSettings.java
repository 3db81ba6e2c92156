package dev.frontline.local.broker;

import dev.frontline.contracts.TopicPlan;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where the embedded broker listens and keeps its log.
 *
 * @param directory Kafka's log directory, created when absent
 * @param port the clients' port on the loopback
 * @param controllerPort the port on which the broker's own controller answers it
 */
public record BrokerSettings(Path directory, int port, int controllerPort) {

  private static final int LARGEST_MESSAGE = TopicPlan.LARGEST_RECORD + (64 << 10);

  static final String CONTROLLER_LISTENER = "CONTROLLER";

  /** What a client puts into {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Kafka's own settings: one node that is broker and controller, small enough for a laptop. */
  Properties properties() {
    Properties p = new Properties();
    p.setProperty("process.roles", "broker,controller");
    p.setProperty("node.id", String.valueOf(EmbeddedBroker.NODE));
    p.setProperty("controller.quorum.voters", EmbeddedBroker.NODE + "@127.0.0.1:" + controllerPort);
    p.setProperty(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d"
            .formatted(port, CONTROLLER_LISTENER, controllerPort));
    p.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    p.setProperty("controller.listener.names", CONTROLLER_LISTENER);
    p.setProperty("inter.broker.listener.name", "PLAINTEXT");
    p.setProperty(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    p.setProperty("log.dirs", directory.toString());
    p.setProperty("auto.create.topics.enable", "false");

    // Topics made by an earlier version have no limit of their own.
    p.setProperty("message.max.bytes", String.valueOf(LARGEST_MESSAGE));
    p.setProperty("replica.fetch.max.bytes", String.valueOf(LARGEST_MESSAGE));

    p.setProperty("default.replication.factor", "1");
    p.setProperty("min.insync.replicas", "1");
    p.setProperty("offsets.topic.replication.factor", "1");
    p.setProperty("offsets.topic.num.partitions", "6");
    p.setProperty("transaction.state.log.replication.factor", "1");
    p.setProperty("transaction.state.log.min.isr", "1");
    p.setProperty("transaction.state.log.num.partitions", "4");
    p.setProperty("share.coordinator.state.topic.replication.factor", "1");
    p.setProperty("share.coordinator.state.topic.min.isr", "1");
    p.setProperty("group.initial.rebalance.delay.ms", "0");

    // Small segments, so that 48 hours of retention and compaction bite on a laptop's volume;
    // an index of 1 MB covers a segment of 64 MB several times.
    p.setProperty("log.segment.bytes", String.valueOf(64 << 20));
    p.setProperty("log.index.size.max.bytes", String.valueOf(1 << 20));
    // The lowest that Kafka allows for one cleaner thread: the default alone takes 128 MB of heap.
    p.setProperty("log.cleaner.dedupe.buffer.size", String.valueOf(2 << 20));
    p.setProperty("num.network.threads", "2");
    p.setProperty("num.io.threads", "4");
    p.setProperty("num.recovery.threads.per.data.dir", "2");
    // Nobody else can take over: waiting for a successor would only delay the stop.
    p.setProperty("controlled.shutdown.enable", "false");
    return p;
  }
}
