package dev.frontline.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.UnreadableEventException;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionDeleted;
import dev.frontline.ingest.accepting.Accepting;
import dev.frontline.ingest.accepting.Arrival;
import dev.frontline.ingest.accepting.Expiring;
import dev.frontline.ingest.accepting.Followed;
import dev.frontline.ingest.accepting.Heard;
import dev.frontline.ingest.accepting.Published;
import dev.frontline.ingest.accepting.TrialMarks;
import dev.frontline.ingest.erasure.ErasedAuthors;
import dev.frontline.ingest.fetch.Limits;
import dev.frontline.ingest.lease.Leases;
import dev.frontline.ingest.listening.Seeds;
import dev.frontline.ingest.listening.StoredQueries;
import dev.frontline.ingest.parked.ParkedPosts;
import dev.frontline.ingest.parked.ParkedPosts.Unreadable;
import dev.frontline.ingest.reading.Aliases;
import dev.frontline.ingest.reading.TestClock;
import dev.frontline.ingest.sample.Sample;
import dev.frontline.ingest.source.ConnectedAccounts;
import dev.frontline.ingest.source.Draft;
import dev.frontline.ingest.source.Purse;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.company.Source;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.testkit.EmbeddedStack;
import dev.frontline.testkit.NeedsStack;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network that lets texts be kept for two days, beside one that says nothing. */
@NeedsStack
class ExpiringTextsTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration TWO_DAYS = Duration.ofDays(2);
  private static final Source STRICT = source("strict", TWO_DAYS);
  private static final Source LAX = source("lax", null);

  private final TestClock clock = new TestClock(NOON);
  private final MockProducer<String, byte[]> broker =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private MongoClient store;
  private Accepting accepting;
  private Sample sample;
  private ParkedPosts parked;
  private ExpiringTexts sweep;

  @BeforeEach
  void open() {
    store = MongoClients.create(EmbeddedStack.get().storeUri());
    MongoDatabase database = store.getDatabase("expiring-" + UUID.randomUUID());
    Company company = CompanyFile.read(Path.of("src/test/resources/kettlery.yaml"), Map.of());
    Published published = new Published(database);
    EventPublisher publisher = new EventPublisher(broker);
    Expiring expiring = new Expiring(database);
    sample = new Sample(database, clock, 1.0);
    parked = new ParkedPosts(database, publisher, clock);
    accepting =
        new Accepting(
            published,
            new ErasedAuthors(database),
            publisher,
            company,
            clock,
            new Heard(),
            new StoredQueries(Seeds.of(company))::of,
            new Followed(database, published),
            expiring,
            sample,
            TrialMarks.NONE);
    SourceKinds kinds =
        new SourceKinds(
            List.of(),
            company,
            new Limits(HttpClient.newHttpClient(), clock, true),
            new Aliases(database, published),
            ConnectedAccounts.NONE,
            (source, now) -> Purse.FREE,
            name -> Optional.empty());
    sweep =
        new ExpiringTexts(
            expiring,
            published,
            parked,
            kinds,
            new Leases(database, "one"),
            publisher,
            withSources(company),
            clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatMayBeKeptForTwoDaysIsLetGoThenAndOnce() {
    take(STRICT, "1");
    take(LAX, "2");
    clock.to(NOON.plus(TWO_DAYS).minusSeconds(1));
    sweep.sweep();
    assertThat(expired()).isEmpty();

    clock.to(NOON.plus(TWO_DAYS).plusSeconds(1));
    sweep.sweep();
    sweep.sweep();

    assertThat(expired())
        .singleElement()
        .satisfies(
            gone -> {
              assertThat(gone.mentionId()).isEqualTo("mastodon:1");
              assertThat(gone.expired()).isTrue();
              assertThat(gone.deletedAt()).isEqualTo(NOON.plus(TWO_DAYS));
            });
  }

  @Test
  void whatIsToldAgainAfterwardsBringsNoTextBack() {
    take(STRICT, "1");
    clock.to(NOON.plus(TWO_DAYS).plusSeconds(1));
    sweep.sweep();
    int told = broker.history().size();

    take(STRICT, "1");

    assertThat(broker.history()).hasSize(told);
  }

  @Test
  void theSampleKeepsItNoLongerEither() {
    take(STRICT, "1");
    take(LAX, "2");
    assertThat(sample.latest()).hasSize(2);

    clock.to(NOON.plus(TWO_DAYS).plusSeconds(1));
    sample.sweep(clock.instant());

    assertThat(sample.latest()).hasSize(1);
  }

  @Test
  void norDoWordsThatCouldNotBeRead() {
    parked.park("strict", List.of(new Unreadable("{broken", "no JSON")));
    parked.park("lax", List.of(new Unreadable("{unread", "no JSON")));

    clock.to(NOON.plus(TWO_DAYS).plusSeconds(1));
    sweep.sweep();

    assertThat(parked.latest())
        .filteredOn(post -> post.source().equals("strict"))
        .allSatisfy(post -> assertThat(post.raw()).doesNotContain("{broken"));
    assertThat(parked.latest())
        .filteredOn(post -> post.source().equals("lax"))
        .allSatisfy(post -> assertThat(post.raw()).contains("{unread"));
  }

  private void take(Source source, String id) {
    accepting.accept(
        source,
        List.of(
            new Draft("mastodon", id)
                .author(new Author("ana", "ana", null, null, null, null))
                .text("my kettlery leaks " + id)
                .createdAt(NOON, NOON)
                .created()),
        Arrival.LIVE);
  }

  private List<MentionDeleted> expired() {
    List<MentionDeleted> expired = new ArrayList<>();
    for (ProducerRecord<String, byte[]> record : broker.history()) {
      if (record.topic().equals(TopicPlan.INGESTED) && event(record) instanceof MentionDeleted e) {
        expired.add(e);
      }
    }
    return expired;
  }

  private static IngestEvent event(ProducerRecord<String, byte[]> record) {
    ConsumerRecord<String, byte[]> read =
        new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value());
    record.headers().forEach(read.headers()::add);
    try {
      return EventCodec.fromRecord(read, EventFamily.INGESTED).event();
    } catch (UnreadableEventException e) {
      throw new AssertionError(e);
    }
  }

  private static Company withSources(Company c) {
    return new Company(
        c.name(),
        c.zone(),
        c.shape(),
        c.brands(),
        c.rivals(),
        c.topics(),
        c.campaigns(),
        c.departments(),
        c.people(),
        c.rules(),
        c.sla(),
        List.of(STRICT, LAX),
        c.themes(),
        c.sinks(),
        c.alerts(),
        c.incidents(),
        c.watchRules());
  }

  private static Source source(String id, Duration kept) {
    return new Source(id, "replay", null, null, null, null, null, null, null, Map.of(), kept, null);
  }
}
