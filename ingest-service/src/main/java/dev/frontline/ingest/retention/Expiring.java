package dev.frontline.ingest.retention;

import com.mongodb.MongoException;
import dev.frontline.ingest.lease.Leases;
import dev.frontline.ingest.reading.Rechecking;
import dev.frontline.ingest.reading.Taking;
import dev.frontline.kit.company.Company;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Withdraws posts that their network's terms allow nobody to keep longer. */
@ApplicationScoped
class Expiring {

  private static final Logger LOG = Logger.getLogger(Expiring.class);
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** No source has such an id. */
  private static final String THING = "~expiring";

  private final Company company;
  private final Rechecking rechecking;
  private final Taking taking;
  private final Leases leases;
  private final Clock clock;

  @Inject
  Expiring(Company company, Rechecking rechecking, Taking taking, Leases leases, Clock clock) {
    this.company = company;
    this.rechecking = rechecking;
    this.taking = taking;
    this.leases = leases;
    this.clock = clock;
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void expire() {
    Instant now = clock.instant();
    try {
      if (leases.take(THING, LEASE, now)) {
        for (Company.Source source : company.sources()) {
          int expired = rechecking.expire(source, taking, now);
          if (expired > 0) {
            LOG.infof("withdrawn as no longer allowed source=%s posts=%d", source.id(), expired);
          }
        }
      }
    } catch (MongoException | KafkaException e) {
      LOG.warnf("posts are withdrawn later fault=%s", e.getMessage());
    }
  }
}
