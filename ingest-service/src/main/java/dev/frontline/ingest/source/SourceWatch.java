package dev.frontline.ingest.source;

import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.source.SourceEvent;
import dev.frontline.ingest.accepting.Heard;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Tells when a source falls silent and when it speaks again, and shows how all do. */
@Path("/internal/sources")
@ApplicationScoped
public class SourceWatch {

  private static final Logger LOG = Logger.getLogger(SourceWatch.class);

  private final Company company;
  private final Heard heard;
  private final EventPublisher publisher;
  private final Clock clock;
  private final Instant since;
  private final Set<String> silent = ConcurrentHashMap.newKeySet();

  @Inject
  SourceWatch(Company company, Heard heard, EventPublisher publisher, Clock clock) {
    this.company = company;
    this.heard = heard;
    this.publisher = publisher;
    this.clock = clock;
    this.since = clock.instant();
  }

  /** All configured sources. */
  @GET
  @Blocking
  public List<SourceHealth> all() {
    Instant now = clock.instant();
    return company.sources().stream()
        .map(source -> Listening.judge(source, heard.of(source.id()).orElse(null), since, now))
        .toList();
  }

  @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void watch() {
    for (SourceHealth health : all()) {
      try {
        if (health.state().equals("silent") && !silent.contains(health.id())) {
          tell(
              new SourceEvent.SourceSilent(
                  health.id(),
                  clock.instant(),
                  health.lastPostAt(),
                  "nothing came for longer than its configured silence"));
          silent.add(health.id());
        } else if (health.state().equals("listening") && silent.contains(health.id())) {
          tell(new SourceEvent.SourceRecovered(health.id(), clock.instant()));
          silent.remove(health.id());
        }
      } catch (KafkaException e) {
        LOG.warnf("source's state could not be told source=%s", health.id());
      }
    }
  }

  private void tell(SourceEvent event) {
    publisher.publish(
        List.of(
            EventCodec.toRecord(
                TopicPlan.SOURCES,
                event.sourceId(),
                EventFamily.SOURCES,
                Envelope.of(
                    event.sourceId() + "#" + event.at().toEpochMilli(),
                    "/frontline/ingest",
                    event.at(),
                    event))));
  }
}
