package dev.frontline.routing.notification.sink;

import static dev.frontline.routing.notification.NoticeFixture.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.frontline.routing.notification.Deliveries;
import dev.frontline.routing.notification.Delivery;
import dev.frontline.routing.notification.Delivery.State;
import dev.frontline.testkit.EmbeddedStack;
import dev.frontline.testkit.NeedsStack;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes that send are killed between handing an alert over and noting that they did. */
@NeedsStack
@Timeout(300)
class KilledWhileSendingTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final List<String> TOLD = List.of("a", "b", "c", "d", "e");

  private final StubServer channel = new StubServer();
  private final String database = "killed-" + UUID.randomUUID();
  private final MongoClient client = MongoClients.create(EmbeddedStack.get().storeUri());
  private final Deliveries deliveries = new Deliveries(client.getDatabase(database));

  KilledWhileSendingTest() {
    deliveries.createIndexes();
    Instant now = Instant.now();
    deliveries.add(
        TOLD.stream().map(id -> Delivery.queued(aLead(id), "chat", "", now, now)).toList());
  }

  @AfterEach
  void close() {
    channel.close();
    client.close();
  }

  @Test
  void aSinkThatTakesKeysShowsEveryAlertOnce() throws Exception {
    killTwiceAndFinish("webhook");

    Map<String, Long> byKey = handedBy(handed -> handed.headers().get("webhook-id"));
    assertThat(byKey).hasSize(TOLD.size());
    assertThat(byKey.values()).as("two came again, under their keys").containsOnly(1L, 2L);
    assertThat(channel.handed).hasSize(TOLD.size() + 2);
    theLogSays("sent again under the same key");
  }

  @Test
  void aSinkThatTakesNoneGetsAnAlertAtMostOnceMore() throws Exception {
    killTwiceAndFinish("slack");

    Map<String, Long> byAlert =
        handedBy(
            handed ->
                TOLD.stream()
                    .filter(id -> handed.body().contains("About " + id + "."))
                    .findFirst()
                    .orElse("none"));
    assertThat(byAlert).containsOnlyKeys(TOLD);
    assertThat(byAlert.values()).allMatch(times -> times <= 2);
    assertThat(byAlert.values().stream().mapToLong(n -> n).sum()).isEqualTo(TOLD.size() + 2);
    theLogSays("sent once more, it may be there twice");
  }

  /** All arrived, and those that were cut off say that it is not known how often. */
  private void theLogSays(String words) {
    List<Delivery> all =
        TOLD.stream()
            .map(id -> deliveries.find(Delivery.idOf(id, "chat", "")).orElseThrow())
            .toList();
    assertThat(all).extracting(Delivery::state).containsOnly(State.SENT);
    List<Delivery> cut = all.stream().filter(d -> d.uncertain() == 1).toList();
    assertThat(cut).hasSize(2);
    assertThat(cut)
        .allMatch(
            d ->
                d.log().stream()
                    .anyMatch(line -> line.what().contains("stopped while sending it; " + words)));
    assertThat(all).filteredOn(d -> d.uncertain() > 1).isEmpty();
  }

  private Map<String, Long> handedBy(Function<StubServer.Handed, String> what) {
    return channel.handed.stream()
        .filter(handed -> handed.method().equals("POST"))
        .collect(Collectors.groupingBy(what, Collectors.counting()));
  }

  private void killTwiceAndFinish(String kind) throws IOException, InterruptedException {
    kill(start("first", kind, 0, 2));
    // Each later process' clock stands behind the lease of the one before.
    kill(start("second", kind, 60, 2));
    Process last = start("third", kind, 120, 0);
    assertThat(last.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(last.exitValue()).isZero();
  }

  /** As {@code kill -9} does, once a message was taken that nobody noted. */
  private static void kill(Process process) throws IOException, InterruptedException {
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      String line = said.readLine();
      while (line != null && !line.equals(SendingProcess.TAKEN)) {
        line = said.readLine();
      }
      assertThat(line).isEqualTo(SendingProcess.TAKEN);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private Process start(String instance, String kind, int ahead, int after) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SendingProcess.class.getName(),
            instance,
            EmbeddedStack.get().storeUri(),
            database,
            kind,
            channel.url(),
            SECRET,
            String.valueOf(ahead),
            String.valueOf(after))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
