package dev.frontline.ingest.retention;

import com.mongodb.MongoException;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.ingest.accepting.Expiring;
import dev.frontline.ingest.accepting.IngestedRecords;
import dev.frontline.ingest.accepting.Known;
import dev.frontline.ingest.accepting.Published;
import dev.frontline.ingest.lease.Leases;
import dev.frontline.ingest.parked.ParkedPosts;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Lets go of texts that their networks' terms let be kept for a while only: tells everybody, by the
 * way that deletions go, and forgets what was parked of such sources. A crash tells the same again.
 */
@ApplicationScoped
class ExpiringTexts {

  private static final Logger LOG = Logger.getLogger(ExpiringTexts.class);
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final int AT_ONCE = 500;

  /** No source has such an id. */
  private static final String THING = "~expiring";

  private final Expiring expiring;
  private final Published published;
  private final ParkedPosts parked;
  private final SourceKinds kinds;
  private final Leases leases;
  private final EventPublisher publisher;
  private final Company company;
  private final Clock clock;

  @Inject
  ExpiringTexts(
      Expiring expiring,
      Published published,
      ParkedPosts parked,
      SourceKinds kinds,
      Leases leases,
      EventPublisher publisher,
      Company company,
      Clock clock) {
    this.expiring = expiring;
    this.published = published;
    this.parked = parked;
    this.kinds = kinds;
    this.leases = leases;
    this.publisher = publisher;
    this.company = company;
    this.clock = clock;
  }

  @Scheduled(
      every = "${frontline.retention.every:5m}",
      delayed = "${frontline.retention.delay:1m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    Instant now = clock.instant();
    try {
      if (leases.take(THING, LEASE, now)) {
        int told = 0;
        for (List<Expiring.Due> due = expiring.due(now, AT_ONCE);
            !due.isEmpty();
            due = expiring.due(now, AT_ONCE)) {
          told += letGo(due, now);
        }
        for (Source source : company.sources()) {
          Duration kept = kinds.kept(source);
          if (kept != null) {
            parked.forgetWords(source.id(), now.minus(kept));
          }
        }
        if (told > 0) {
          LOG.infof("texts let go mentions=%d", told);
        }
      }
    } catch (MongoException | KafkaException e) {
      LOG.warnf("texts are let go later fault=%s", e.getMessage());
    }
  }

  private int letGo(List<Expiring.Due> due, Instant now) {
    List<String> ids = due.stream().map(Expiring.Due::mentionId).toList();
    Map<String, Known> known = published.find(ids);
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    List<Known> gone = new ArrayList<>();
    for (Expiring.Due one : due) {
      Known before = known.get(one.mentionId());
      if (before != null && !before.deleted()) {
        // The same when it is told again after a crash.
        long version = Math.max(before.networkVersion() + 1, one.until().toEpochMilli());
        records.add(
            IngestedRecords.of(
                new MentionDeleted(
                    before.id(), before.conversationId(), version, one.source(), one.until(), true),
                now));
        gone.add(new Known(before.id(), before.conversationId(), version, now, List.of()));
      }
    }
    publisher.publish(records);
    published.replace(gone);
    expiring.remove(ids);
    return gone.size();
  }
}
