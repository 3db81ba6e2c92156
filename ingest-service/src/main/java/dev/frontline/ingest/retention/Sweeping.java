package dev.frontline.ingest.retention;

import com.mongodb.MongoException;
import dev.frontline.ingest.accepting.Followed;
import dev.frontline.ingest.accepting.Published;
import dev.frontline.ingest.lease.Leases;
import dev.frontline.ingest.parked.ParkedPosts;
import dev.frontline.ingest.reading.Aliases;
import dev.frontline.ingest.reading.Gaps;
import dev.frontline.ingest.reading.Rechecks;
import dev.frontline.ingest.reply.SentReplies;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Forgets once a day what nobody needs after 30 days: tombstones, the words of parked posts and
 * what became of replies. A sweep rather than an index that expires, which not every store has.
 */
@ApplicationScoped
class Sweeping {

  private static final Logger LOG = Logger.getLogger(Sweeping.class);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration LEASE = Duration.ofHours(1);

  /** So long somebody may answer our answer, or delete what we heard. */
  private static final Duration CONVERSATION = Duration.ofDays(180);

  /** No source has such an id. */
  private static final String THING = "~sweeping";

  private final Published published;
  private final ParkedPosts parked;
  private final SentReplies replies;
  private final Followed followed;
  private final Aliases aliases;
  private final Gaps gaps;
  private final Rechecks rechecks;
  private final Leases leases;
  private final Clock clock;

  @Inject
  Sweeping(
      Published published,
      ParkedPosts parked,
      SentReplies replies,
      Followed followed,
      Aliases aliases,
      Gaps gaps,
      Rechecks rechecks,
      Leases leases,
      Clock clock) {
    this.published = published;
    this.parked = parked;
    this.replies = replies;
    this.followed = followed;
    this.aliases = aliases;
    this.gaps = gaps;
    this.rechecks = rechecks;
    this.leases = leases;
    this.clock = clock;
  }

  @Scheduled(
      every = "24h",
      delayed = "10m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    Instant now = clock.instant();
    Instant before = now.minus(KEPT);
    try {
      if (leases.take(THING, LEASE, now)) {
        LOG.infof(
            "forgotten tombstones=%d parked=%d replies=%d",
            published.forgetTombstones(before), parked.forgetWords(before), replies.forget(before));
        gaps.forget(before);
        followed.forget(now.minus(CONVERSATION));
        aliases.forget(now.minus(CONVERSATION));
        rechecks.forget(now.minus(CONVERSATION));
      }
    } catch (MongoException e) {
      LOG.warnf("old entries are swept tomorrow fault=%s", e.getMessage());
    }
  }
}
