package dev.frontline.ingest.query;

import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.UnreadableEventException;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.post.Post;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Posts that were heard in the last two days, read back from our own topic: nothing has to be kept
 * a second time for it. The latest of each, without those that are gone.
 */
@ApplicationScoped
class HeardLately {

  private static final int MOST = 20_000;
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final String servers;

  @Inject
  HeardLately(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
    this.servers = servers;
  }

  List<Post.Content> posts() {
    Map<String, Post.Content> posts = new LinkedHashMap<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "default.api.timeout.ms",
                String.valueOf(PATIENCE.toMillis())),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .partitionsFor(TopicPlan.INGESTED)
          .forEach(p -> partitions.add(new TopicPartition(TopicPlan.INGESTED, p.partition())));
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      for (TopicPartition one : partitions) {
        consumer.seek(
            one, Math.max(begins.get(one), ends.get(one) - MOST / Math.max(1, partitions.size())));
      }
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < deadline
          && partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          put(record, posts);
        }
      }
    }
    return List.copyOf(posts.values());
  }

  private static void put(ConsumerRecord<String, byte[]> record, Map<String, Post.Content> posts) {
    try {
      IngestEvent event = EventCodec.fromRecord(record, EventFamily.INGESTED).event();
      if (event instanceof IngestEvent.MentionPosted posted) {
        posts.put(posted.mentionId(), content(posted.mention()));
      } else if (event instanceof IngestEvent.MentionEdited edited) {
        posts.put(edited.mentionId(), content(edited.mention()));
      } else {
        posts.remove(event.mentionId());
      }
    } catch (UnreadableEventException e) {
      // Whoever reads this topic for good sets it aside.
    }
  }

  private static Post.Content content(Mention mention) {
    return new Post.Content(
        mention.id(),
        mention.network(),
        mention.author(),
        mention.text(),
        mention.lang(),
        mention.createdAt(),
        mention.editedAt(),
        mention.url(),
        mention.inReplyTo(),
        mention.threadRoot(),
        mention.repostOf(),
        mention.media(),
        mention.engagement());
  }
}
