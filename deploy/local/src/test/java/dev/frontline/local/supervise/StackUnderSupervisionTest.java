package dev.frontline.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.frontline.local.broker.Topics;
import dev.frontline.local.place.Installation;
import dev.frontline.local.stack.StackMain;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real broker and store as a supervised process. */
class StackUnderSupervisionTest {

  @TempDir Path directory;

  private volatile List<ChildStatus> statuses = List.of();
  private volatile boolean up;

  @Test
  @Timeout(300)
  void brokerAndStoreComeBackWithTheirDataAfterAKill() throws Exception {
    List<Integer> ports = freePorts(3);
    String kafka = "127.0.0.1:" + ports.get(0);
    String store = "mongodb://127.0.0.1:" + ports.get(2);
    Stage stage =
        new Stage(
            List.of(stack(ports)), () -> Topics.createMissing(kafka, List.of("customer-service")));
    Supervisor supervisor = new Supervisor(List.of(stage), watcher(), Clock.systemUTC());
    CompletableFuture<?> end = CompletableFuture.runAsync(() -> run(supervisor));
    try {
      await().atMost(Duration.ofSeconds(150)).until(() -> up);
      insert(store, "before the kill");
      long killed = statuses.get(0).pid();

      ProcessHandle.of(killed).orElseThrow().destroyForcibly();

      await()
          .atMost(Duration.ofSeconds(120))
          .until(
              () ->
                  statuses.get(0).pid() != killed
                      && statuses.get(0).state() == ChildStatus.State.READY);
      assertThat(texts(store)).containsExactly("before the kill");
      assertThat(topics(kafka)).contains("mentions.ingested", "queues.customer-service");
    } finally {
      supervisor.stop();
      end.join();
    }
  }

  private ChildSpec stack(List<Integer> ports) {
    return new ChildSpec(
        "stack",
        List.of(
            Installation.java(),
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            StackMain.class.getName(),
            "--dir",
            directory.resolve("data").toString(),
            "--kafka",
            ports.get(0) + "," + ports.get(1),
            "--store",
            String.valueOf(ports.get(2))),
        Map.of(),
        directory.resolve("stack.log"),
        Probe.logLine(StackMain.READY));
  }

  private Watcher watcher() {
    return new Watcher() {
      @Override
      public void changed(List<ChildStatus> children) {
        statuses = children;
      }

      @Override
      public void said(String line) {}
    };
  }

  private void run(Supervisor supervisor) {
    try {
      supervisor.run(() -> up = true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void insert(String store, String text) {
    try (MongoClient client = MongoClients.create(store)) {
      client.getDatabase("t").getCollection("notes").insertOne(new Document("text", text));
    }
  }

  private static List<String> texts(String store) {
    List<String> texts = new ArrayList<>();
    try (MongoClient client = MongoClients.create(store)) {
      client
          .getDatabase("t")
          .getCollection("notes")
          .find()
          .forEach(d -> texts.add(d.getString("text")));
    }
    return texts;
  }

  private static Set<String> topics(String kafka) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      return admin.listTopics().names().get();
    }
  }

  private static List<Integer> freePorts(int count) throws Exception {
    List<ServerSocket> sockets = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      sockets.add(socket);
      ports.add(socket.getLocalPort());
    }
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return ports;
  }
}
