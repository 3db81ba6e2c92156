package dev.frontline.classify.story;

import static dev.frontline.classify.Posts.postAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontline.contracts.mention.Mention;
import dev.frontline.testkit.EmbeddedStack;
import dev.frontline.testkit.NeedsStack;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Copies of one another that reach two instances at once, on a real broker. */
@NeedsStack
@Timeout(180)
class TwoInstancesTest {

  private static final int STORIES = 30;
  private static final int COPIES = 6;
  private static final int BATCH = 10;
  private static final Instant NOON = Instant.now();

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private Producer<String, byte[]> producer;
  private Stories one;
  private Stories other;

  @BeforeEach
  void start() {
    String servers = EmbeddedStack.get().kafka();
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    one = new Stories(producer, servers);
    other = new Stories(producer, servers);
    one.start(new StartupEvent());
    other.start(new StartupEvent());
    await().atMost(Duration.ofSeconds(60)).until(() -> one.isReady() && other.isReady());
  }

  @AfterEach
  void stop() throws InterruptedException {
    one.stop(new ShutdownEvent());
    other.stop(new ShutdownEvent());
    producer.close();
  }

  @Test
  void ofEachHeadlineOnePostStandsAndAllOthersFoldIntoIt() throws Exception {
    List<Mention> posts = new ArrayList<>();
    for (int story = 0; story < STORIES; story++) {
      for (int copy = 0; copy < COPIES; copy++) {
        posts.add(headline(story, copy));
      }
    }

    Map<String, Place> places = placedByBoth(posts);

    for (int story = 0; story < STORIES; story++) {
      List<String> standing = new ArrayList<>();
      for (int copy = 0; copy < COPIES; copy++) {
        String id = headline(story, copy).id();
        String copied = places.getOrDefault(id, Place.ALONE).nearCopyOf();
        if (copied == null) {
          standing.add(id);
        } else {
          assertThat(copied).as("copy of a post of the same story").contains("-" + story + "-");
        }
      }
      assertThat(standing).as("posts of story %d that stand", story).hasSize(1);
      for (int copy = 0; copy < COPIES; copy++) {
        String id = headline(story, copy).id();
        assertThat(root(id, places)).isEqualTo(standing.get(0));
      }
    }
  }

  @Test
  void otherPeoplesOwnWordsShareTheStoryAndKeepTheirCases() throws Exception {
    List<Mention> posts = new ArrayList<>();
    for (int copy = 0; copy < COPIES; copy++) {
      posts.add(
          postAt(
              run + "-own-" + copy,
              "person" + copy,
              "Smoke in the cabin of flight "
                  + run
                  + ", we all had to leave the plane at gate nine",
              NOON.plusSeconds(copy)));
    }

    Map<String, Place> places = placedByBoth(posts);

    assertThat(places.values()).allMatch(place -> place.nearCopyOf() == null);
    assertThat(one.known(ids(posts))).isEqualTo(other.known(ids(posts)));
    assertThat(one.known(ids(posts)).values().stream().map(Place::storyId).filter(s -> s != null))
        .hasSizeGreaterThanOrEqualTo(COPIES - 1)
        .allMatch(ids(posts)::contains);
  }

  /** Half of the posts, in any order, by each instance, batch beside batch. */
  private Map<String, Place> placedByBoth(List<Mention> posts) throws Exception {
    List<Mention> shuffled = new ArrayList<>(posts);
    Collections.shuffle(shuffled, new Random(11));
    Map<String, Place> places = new ConcurrentHashMap<>();
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<?>> done = new ArrayList<>();
    int half = shuffled.size() / 2;
    for (int i = 0; i < 2; i++) {
      Stories instance = i == 0 ? one : other;
      List<Mention> mine = shuffled.subList(i * half, (i + 1) * half);
      done.add(
          threads.submit(
              () -> {
                for (int from = 0; from < mine.size(); from += BATCH) {
                  together.await();
                  places.putAll(
                      instance.place(mine.subList(from, Math.min(mine.size(), from + BATCH))));
                }
                return null;
              }));
    }
    for (Future<?> one : done) {
      one.get();
    }
    threads.shutdown();
    return places;
  }

  private static String root(String id, Map<String, Place> places) {
    String at = id;
    for (int step = 0; step <= COPIES; step++) {
      String copied = places.getOrDefault(at, Place.ALONE).nearCopyOf();
      if (copied == null) {
        return at;
      }
      at = copied;
    }
    throw new AssertionError("copies of one another in a circle: " + id);
  }

  private static List<String> ids(List<Mention> posts) {
    return posts.stream().map(Mention::id).toList();
  }

  private Mention headline(int story, int copy) {
    return postAt(
        run + "-" + story + "-" + copy,
        "reader" + copy,
        words(story) + " https://news.example/" + run + "/" + story,
        NOON.plusSeconds(copy));
  }

  /** A headline unlike all others. */
  private String words(int story) {
    Random random = new Random(run.hashCode() * 31L + story);
    StringBuilder words = new StringBuilder();
    for (int word = 0; word < 9; word++) {
      words.append(word == 0 ? "" : " ");
      for (int letter = 0; letter < 7; letter++) {
        words.append((char) ('a' + random.nextInt(26)));
      }
    }
    return words.toString();
  }
}
