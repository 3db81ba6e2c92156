package dev.frontline.ingest.health;

import com.mongodb.MongoException;
import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.source.SourceEvent;
import dev.frontline.contracts.source.SourceEvent.SourceSilent;
import dev.frontline.ingest.accepting.Heard;
import dev.frontline.ingest.accepting.Heard.Brought;
import dev.frontline.ingest.accepting.Heard.Trouble;
import dev.frontline.ingest.reading.Controls;
import dev.frontline.ingest.reading.Gaps;
import dev.frontline.ingest.source.PushSource;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.ingest.spend.Cap;
import dev.frontline.ingest.spend.Ledger;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Writes down what the sources brought, and tells when one falls silent or speaks again. */
@ApplicationScoped
class SourceWatch {

  private static final Logger LOG = Logger.getLogger(SourceWatch.class);
  private static final double MICROS = 1e6;

  private final Company company;
  private final Heard heard;
  private final SourceBook book;
  private final SourceHours hours;
  private final SourceKinds kinds;
  private final Controls controls;
  private final Gaps gaps;
  private final Ledger ledger;
  private final EventPublisher publisher;
  private final Clock clock;

  @Inject
  SourceWatch(
      Company company,
      Heard heard,
      SourceBook book,
      SourceHours hours,
      SourceKinds kinds,
      Controls controls,
      Gaps gaps,
      Ledger ledger,
      EventPublisher publisher,
      Clock clock) {
    this.company = company;
    this.heard = heard;
    this.book = book;
    this.hours = hours;
    this.kinds = kinds;
    this.controls = controls;
    this.gaps = gaps;
    this.ledger = ledger;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** All configured sources, in the order of the company file. */
  List<SourceHealth> all() {
    Instant now = clock.instant();
    Map<String, SourceRecord> records = book.all();
    Map<String, Instant> since = new HashMap<>();
    company.sources().forEach(s -> since.put(s.id(), recordOf(s.id(), records, now).since()));
    Map<String, SourceHours.Rate> rates = hours.rates(since, now);
    Map<String, Ledger.Spent> spent = ledger.all(now);
    return company.sources().stream()
        .map(
            source ->
                health(
                    source,
                    recordOf(source.id(), records, now).and(heard.unsaved(source.id())),
                    rates.getOrDefault(source.id(), new SourceHours.Rate(0, null)),
                    spent.getOrDefault(source.id(), Ledger.Spent.NOTHING),
                    now))
        .toList();
  }

  private SourceHealth health(
      Source source, SourceRecord record, SourceHours.Rate rate, Ledger.Spent spent, Instant now) {
    Standing standing = standing(source);
    Brought brought = record.brought();
    long cap = Cap.of(source);
    boolean readable =
        kinds.of(source.kind()).filter(kind -> !(kind instanceof PushSource)).isPresent();
    return new SourceHealth(
        source.id(),
        source.kind(),
        Listening.state(record, standing, now),
        brought.lastPostAt(),
        readable
            ? heard
                .lastRead(source.id())
                .map(at -> Duration.between(at, now).toSeconds())
                .orElse(null)
            : null,
        brought.posts(),
        brought.dropped(),
        rate.now() + heard.unsaved(source.id()).posts(),
        rate.usual(),
        kinds.quotaLeft(source, now).orElse(null),
        spent.ever() / MICROS,
        spent.thisMonth() / MICROS,
        cap == Cap.NONE ? null : cap / MICROS,
        standing.trouble() == null ? null : standing.trouble().words(),
        kinds.warning(source.id()).orElse(null),
        kinds.answers(source),
        readable,
        standing.paused(),
        gaps.of(source.id()));
  }

  /** A source's own silence before what is expected of its kind. */
  private Standing standing(Source source) {
    Duration silence =
        source.silence() != null
            ? source.silence()
            : kinds.of(source.kind()).map(kind -> kind.traits().silence()).orElse(null);
    Trouble trouble =
        kinds
            .trouble(source.id())
            .map(words -> new Trouble(words, true))
            .or(() -> heard.trouble(source.id()))
            .orElse(null);
    return new Standing(silence, trouble, controls.of(source.id()).paused());
  }

  @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void watch() {
    Instant now = clock.instant();
    Map<String, Brought> brought = heard.take();
    try {
      book.open(company.sources().stream().map(Source::id).toList(), now);
      book.add(brought);
      hours.add(brought, now);
      brought = Map.of();
      tellNews(now);
    } catch (MongoException | KafkaException e) {
      heard.putBack(brought);
      LOG.warnf("sources are watched again later fault=%s", e.getMessage());
    }
  }

  private void tellNews(Instant now) {
    Map<String, SourceRecord> records = book.all();
    for (Source source : company.sources()) {
      SourceRecord record = recordOf(source.id(), records, now);
      Optional<SourceEvent> news = Listening.news(record, standing(source), now);
      if (news.isPresent()) {
        tell(news.get(), record);
        book.setSilent(source.id(), news.get() instanceof SourceSilent);
      }
    }
  }

  /** The same news by another instance, or after a crash, goes out under the same id. */
  private void tell(SourceEvent event, SourceRecord record) {
    Instant last = record.brought().lastPostAt();
    String id =
        event.sourceId()
            + "#"
            + event.getClass().getSimpleName()
            + "#"
            + (last == null ? record.since() : last).toEpochMilli();
    publisher.publish(
        List.of(
            EventCodec.toRecord(
                TopicPlan.SOURCES,
                event.sourceId(),
                EventFamily.SOURCES,
                Envelope.of(id, "/frontline/ingest", event.at(), event))));
  }

  private static SourceRecord recordOf(
      String source, Map<String, SourceRecord> records, Instant now) {
    return records.getOrDefault(source, new SourceRecord(source, now, Brought.NOTHING, false));
  }
}
