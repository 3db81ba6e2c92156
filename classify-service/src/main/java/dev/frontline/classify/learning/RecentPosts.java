package dev.frontline.classify.learning;

import dev.frontline.classify.author.ErasedAuthors;
import dev.frontline.classify.tail.Ungrouped;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.UnreadableEventException;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.Mention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The posts heard last, read back from {@code mentions.ingested}, for this service keeps no post
 * that nobody spoke about. What was deleted since, and what an erased author wrote, is left out.
 */
@ApplicationScoped
class RecentPosts {

  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(200);

  private final String servers;
  private final ErasedAuthors erased;

  @Inject
  RecentPosts(
      @ConfigProperty(name = "kafka.bootstrap.servers") String servers, ErasedAuthors erased) {
    this.servers = servers;
    this.erased = erased;
  }

  /** The newest, about so many, that may be judged. */
  List<Mention> newest(int most) {
    Map<String, Mention> posts = new LinkedHashMap<>();
    Set<String> gone = new HashSet<>();
    try (KafkaConsumer<String, byte[]> consumer = Ungrouped.consumer(servers)) {
      List<TopicPartition> all =
          consumer.partitionsFor(TopicPlan.INGESTED).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(all);
      long each = Math.max(1, most / Math.max(1, all.size()));
      ends.forEach((at, end) -> consumer.seek(at, Math.max(begins.get(at), end - each)));
      long deadline = System.nanoTime() + LONGEST.toNanos();
      while (System.nanoTime() < deadline
          && ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          take(record, posts, gone);
        }
      }
    }
    posts.keySet().removeAll(gone);
    posts.values().removeIf(post -> post.own() || !post.mayScore());
    posts.keySet().removeAll(erased.among(posts.values()));
    return List.copyOf(posts.values());
  }

  private static void take(
      ConsumerRecord<String, byte[]> record, Map<String, Mention> posts, Set<String> gone) {
    try {
      IngestEvent event = EventCodec.fromRecord(record, EventFamily.INGESTED).event();
      if (event instanceof IngestEvent.MentionPosted posted) {
        posts.putIfAbsent(posted.mentionId(), posted.mention());
      } else if (event instanceof IngestEvent.MentionEdited edited) {
        posts.put(edited.mentionId(), edited.mention());
      } else {
        gone.add(event.mentionId());
      }
    } catch (UnreadableEventException e) {
      // Whoever judges it sets it aside; here it is only one post less to compare.
      return;
    }
  }
}
