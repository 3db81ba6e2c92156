package dev.frontline.routing.incident.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.incident.DetectionEvent.RiseDetected;
import dev.frontline.contracts.incident.Rise;
import dev.frontline.contracts.mention.Match;
import dev.frontline.routing.Heard;
import dev.frontline.routing.Wire;
import dev.frontline.routing.incident.watch.Bars;
import dev.frontline.testkit.EmbeddedStack;
import dev.frontline.testkit.NeedsStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The watch moves to another process in the middle of a spike, on the real broker. */
@NeedsStack
class RestartTest {

  private static final Duration PATIENCE = Duration.ofSeconds(240);

  private static final String BRAND = "Restartia";

  // A topic of its own: the service under test in the same process hears these posts, too, and
  // tells what it finds where a service does.
  private static final String FOUND = "restart-test.detected";

  /** How far the watches' clock is ahead, in milliseconds. */
  private static final AtomicLong AHEAD = new AtomicLong();

  @BeforeAll
  static void makeTopic() throws Exception {
    Map<String, Object> broker = Map.of("bootstrap.servers", EmbeddedStack.get().kafka());
    try (Admin admin = Admin.create(broker)) {
      admin.createTopics(List.of(new NewTopic(FOUND, 1, (short) 1))).all().get();
    }
  }

  @Test
  void aWatchThatMovesInTheMiddleOfASpikeNeitherRepeatsNorLosesTheAlarm() {
    try (Wire wire = new Wire();
        KafkaStreams second = streams("b")) {
      try (KafkaStreams first = streams("a")) {
        first.start();
        await().atMost(PATIENCE).until(() -> first.state() == KafkaStreams.State.RUNNING);
        say(wire, "una", "vic");
        // Before the third one speaks, another process takes a part of the work over.
        second.start();
        await().atMost(PATIENCE).until(() -> second.state() == KafkaStreams.State.RUNNING);
        say(wire, "wes");
        await().atMost(PATIENCE).until(() -> !rises(wire).isEmpty());
        say(wire, "xia");
      }
      say(wire, "yan");
      // What is told by the wall clock comes up to two and a half minutes later.
      AHEAD.set(Duration.ofMinutes(3).toMillis());

      await().atMost(PATIENCE).until(() -> rises(wire).stream().anyMatch(r -> r.posts() == 5));
      assertThat(rises(wire)).extracting(Rise::incidentId).containsOnly(id(wire));
      assertThat(rises(wire)).allMatch(Rise::alarm);
      assertThat(rises(wire).stream().flatMap(r -> r.mentionIds().stream()))
          .doesNotHaveDuplicates()
          .hasSize(5);
    }
  }

  @Test
  void aBarThatIsMovedCountsWithoutARestart() throws Exception {
    String application = "frontline-tuned-test";
    try (Wire wire = new Wire();
        KafkaStreams streams = streams(application, "c");
        Admin admin =
            Admin.create(
                Map.<String, Object>of("bootstrap.servers", EmbeddedStack.get().kafka()))) {
      streams.start();
      await().atMost(PATIENCE).until(() -> streams.state() == KafkaStreams.State.RUNNING);
      Tuning tuning = new Tuning("Tunia", 1, Map.of("story", 1.2));
      wire.sendRaw(
          TopicPlan.BASELINES, "Tunia", new String(tuning.bytes(), StandardCharsets.UTF_8));
      wire.flush();
      await().atMost(PATIENCE).until(() -> isRead(admin, application));

      for (String who : List.of("una", "vic", "wes", "xia", "yan")) {
        sayOf("Tunia", wire, who);
      }

      await().atMost(PATIENCE).until(() -> rises(wire, "Tunia").stream().anyMatch(Rise::alarm));
      assertThat(rises(wire, "Tunia").stream().filter(Rise::alarm).findFirst())
          .hasValueSatisfying(r -> assertThat(r.posts()).isEqualTo(5));
    }
  }

  /** Whether everything on the topic of baselines was read. */
  private static boolean isRead(Admin admin, String application) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> read =
        admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (int partition = 0; partition < 6; partition++) {
      asked.put(new TopicPartition(TopicPlan.BASELINES, partition), OffsetSpec.latest());
    }
    return admin.listOffsets(asked).all().get().entrySet().stream()
        .filter(e -> e.getValue().offset() > 0)
        .allMatch(
            e ->
                read.get(e.getKey()) != null
                    && read.get(e.getKey()).offset() >= e.getValue().offset());
  }

  private static String id(Wire wire) {
    return rises(wire).get(0).incidentId();
  }

  private static List<Rise> rises(Wire wire) {
    return rises(wire, BRAND);
  }

  private static List<Rise> rises(Wire wire, String brand) {
    return wire
        .read(FOUND, EventFamily.DETECTED, e -> ((RiseDetected) e).rise().brand().equals(brand))
        .stream()
        .map(e -> ((RiseDetected) e).rise())
        .toList();
  }

  private static void say(Wire wire, String... people) {
    for (String who : people) {
      sayOf(BRAND, wire, who);
    }
  }

  private static void sayOf(String brand, Wire wire, String who) {
    wire.send(
        Heard.post(brand + "-" + who)
            .by(who)
            .about(Match.Kind.BRAND, brand)
            .saying("The lid came off and I have a burn on my hand")
            .labelled("pr_risk")
            .at(Instant.now())
            .classified());
    wire.flush();
  }

  private static KafkaStreams streams(String instance) {
    return streams("frontline-restart-test", instance);
  }

  private static KafkaStreams streams(String application, String instance) {
    return new KafkaStreams(
        SpikeTopology.of(Bars.DEFAULT, FOUND),
        SpikeProperties.of(
            EmbeddedStack.get().kafka(), application, instance, Duration.ofMillis(200)),
        new AheadTime(AHEAD));
  }
}
