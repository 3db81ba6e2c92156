package dev.frontline.local.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Two topics for one bare hop, gone afterwards. */
record BenchTopics(Admin admin, String from, String to) implements AutoCloseable {

  private static final int PARTITIONS = 6;

  static BenchTopics create(String kafka) throws ExecutionException, InterruptedException {
    Admin admin = Admin.create(Map.of("bootstrap.servers", kafka));
    String run = Long.toString(System.currentTimeMillis(), 36);
    BenchTopics topics = new BenchTopics(admin, "bench.from." + run, "bench.to." + run);
    admin
        .createTopics(
            List.of(
                new NewTopic(topics.from, Optional.of(PARTITIONS), Optional.empty()),
                new NewTopic(topics.to, Optional.of(PARTITIONS), Optional.empty())))
        .all()
        .get();
    return topics;
  }

  @Override
  public void close() {
    admin.deleteTopics(List.of(from, to));
    admin.close();
  }
}
