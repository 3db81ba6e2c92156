package dev.frontline.local.bench;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionPosted;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When each mention was accepted, as ingest wrote it down. */
final class AcceptedWatch implements AutoCloseable {

  private final Map<String, Instant> acceptedAt = new ConcurrentHashMap<>();
  private final TopicFollower<IngestEvent> follower;

  /**
   * @param kafka {@code host:port}
   */
  AcceptedWatch(String kafka) {
    follower = new TopicFollower<>(kafka, TopicPlan.INGESTED, EventFamily.INGESTED, this::note);
  }

  private void note(IngestEvent event) {
    if (event instanceof MentionPosted posted) {
      acceptedAt.putIfAbsent(posted.mentionId(), posted.mention().fetchedAt());
    }
  }

  Optional<Instant> of(String mentionId) {
    return Optional.ofNullable(acceptedAt.get(mentionId));
  }

  @Override
  public void close() throws InterruptedException {
    follower.close();
  }
}
