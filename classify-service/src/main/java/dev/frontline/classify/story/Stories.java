package dev.frontline.classify.story;

import dev.frontline.classify.tail.TopicThread;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.mention.Mention;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Finds each post's near-copies. The posts' signatures go to one topic and are read back before
 * anything is decided: the topic's order is the order in which posts were heard, for all instances
 * alike, so two copies that reach two instances at once are never both the first.
 */
@ApplicationScoped
public class Stories {

  private static final Logger LOG = Logger.getLogger(Stories.class);
  private static final int MOST_STORIES = 100_000;
  private static final Duration LONGEST_CATCHING_UP = Duration.ofSeconds(30);
  private static final Duration LONGEST_READING_BACK = Duration.ofSeconds(5);

  private final StoryTopic topic;
  private final StoryIndex index = new StoryIndex(MOST_STORIES);
  private final TopicThread reader;

  @Inject
  Stories(
      Producer<String, byte[]> producer,
      @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
    this.topic = new StoryTopic(producer);
    this.reader =
        new TopicThread(servers, TopicPlan.STORIES, record -> StoryTopic.apply(record, index));
  }

  void start(@Observes @Priority(10) StartupEvent event) {
    reader.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    reader.stop();
  }

  /** Whether the stories of the last 48 hours are in memory. */
  public boolean isReady() {
    return reader.isUpToDate();
  }

  /**
   * Makes the posts known and finds where each stands. The same post again gets the same place.
   *
   * @return by mention id; a post that copies nothing is absent
   * @throws org.apache.kafka.common.KafkaException where the broker does not take the signatures
   */
  public Map<String, Place> place(Collection<Mention> mentions) {
    List<Signature> signatures =
        mentions.stream().map(Signature::of).flatMap(Optional::stream).toList();
    if (signatures.isEmpty()) {
      return Map.of();
    }
    Map<Integer, Long> ends = topic.send(signatures);
    if (!reader.await(ends, isReady() ? LONGEST_READING_BACK : LONGEST_CATCHING_UP)) {
      LOG.warnf("stories are behind, posts go on without posts=%d", signatures.size());
    }
    return known(signatures.stream().map(Signature::id).toList());
  }

  /** Where posts that were placed before stand. */
  public Map<String, Place> known(Collection<String> mentionIds) {
    return reader.ask(
        () -> {
          Map<String, Place> places = new HashMap<>();
          mentionIds.forEach(id -> places.put(id, index.placeOf(id)));
          return places;
        });
  }

  /** Nothing is folded into these any more: they are gone. */
  public void forget(Collection<String> mentionIds) {
    topic.send(mentionIds.stream().map(Signature::forgotten).toList());
  }
}
