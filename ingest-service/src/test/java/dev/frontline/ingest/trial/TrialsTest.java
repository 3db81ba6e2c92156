package dev.frontline.ingest.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.UnreadableEventException;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionEdited;
import dev.frontline.contracts.mention.IngestEvent.MentionPosted;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.accepting.Accepting;
import dev.frontline.ingest.accepting.Arrival;
import dev.frontline.ingest.accepting.Expiring;
import dev.frontline.ingest.accepting.Followed;
import dev.frontline.ingest.accepting.Heard;
import dev.frontline.ingest.accepting.Published;
import dev.frontline.ingest.accepting.Sampling;
import dev.frontline.ingest.erasure.ErasedAuthors;
import dev.frontline.ingest.listening.Seeds;
import dev.frontline.ingest.listening.StoredQueries;
import dev.frontline.ingest.source.Draft;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.company.Source;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.testkit.EmbeddedStack;
import dev.frontline.testkit.NeedsStack;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new network that is tried out beside one that is listened to for good. */
@NeedsStack
class TrialsTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Source TRIED = source("tried");
  private static final Source KNOWN = source("known");

  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
  private MongoClient store;
  private TrialBook book;
  private Trials trials;
  private Accepting accepting;

  @BeforeEach
  void open() {
    store = MongoClients.create(EmbeddedStack.get().storeUri());
    MongoDatabase database = store.getDatabase("trials-" + UUID.randomUUID());
    Company company = CompanyFile.read(Path.of("src/test/resources/kettlery.yaml"), Map.of());
    book = new TrialBook(database);
    trials = new Trials(book, company, clock);
    Published published = new Published(database);
    accepting =
        new Accepting(
            published,
            new ErasedAuthors(database),
            new EventPublisher(kafka),
            company,
            clock,
            new Heard(),
            new StoredQueries(Seeds.of(company))::of,
            new Followed(database, published),
            new Expiring(database),
            Sampling.NONE,
            trials);
    begin("source:tried");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void everyPostOfASourceOnTrialTravelsWithItsMark() {
    take(TRIED, "1", "my kettlery leaks, boilwell never did");
    take(KNOWN, "2", "my kettlery leaks");

    assertThat(posted().get(0).matched()).hasSize(2).allMatch(Match::onTrial);
    assertThat(posted().get(1).matched()).noneMatch(Match::onTrial);
  }

  @Test
  void ofAQueryOnTrialOnlyItsOwnMatchesAreMarked() {
    begin("query:rival:Boilwell");

    take(KNOWN, "1", "my kettlery leaks, boilwell never did");

    assertThat(posted().get(0).matched())
        .filteredOn(Match::onTrial)
        .extracting(Match::name)
        .containsExactly("Boilwell");
  }

  @Test
  void whatOthersTellTooIsCountedOnceAndCountsForGoodFromThenOn() {
    take(TRIED, "1", "my kettlery leaks");
    take(TRIED, "2", "my kettlery leaks again");
    take(KNOWN, "1", "my kettlery leaks");
    take(KNOWN, "1", "my kettlery leaks");
    take(KNOWN, "3", "kettlery, hear me");
    take(TRIED, "3", "kettlery, hear me");
    take(TRIED, "3", "kettlery, hear me");

    assertThat(book.counts("source:tried")).containsExactly(3, 2);
    List<IngestEvent> edited = events().stream().filter(MentionEdited.class::isInstance).toList();
    assertThat(edited)
        .singleElement()
        .isInstanceOfSatisfying(
            MentionEdited.class,
            e -> {
              assertThat(e.mentionId()).isEqualTo("mastodon:1");
              assertThat(e.mention().matched()).noneMatch(Match::onTrial);
            });
  }

  @Test
  void onceItIsStaffedItsPostsCountForGoodAndWhereItIsOnlyListenedToTheyDoNot() {
    decide(Trial.Decision.LISTEN_ONLY);
    take(TRIED, "1", "my kettlery leaks");
    decide(Trial.Decision.STAFF);
    take(TRIED, "2", "my kettlery leaks");

    assertThat(posted().get(0).matched()).allMatch(Match::onTrial);
    assertThat(posted().get(1).matched()).noneMatch(Match::onTrial);
  }

  @Test
  void itsDaysEndAndItWaitsForADecision() {
    Trial trial = book.find("source:tried").orElseThrow();

    assertThat(trial.state(NOON.plus(Duration.ofDays(13)))).isEqualTo("running");
    assertThat(trial.state(NOON.plus(Duration.ofDays(14)))).isEqualTo("due");
    assertThat(trial.marks()).isTrue();
  }

  private void begin(String of) {
    book.begin(Trial.begun(of, Duration.ofDays(14), "ana", 0, NOON));
    trials.refresh();
  }

  private void decide(Trial.Decision decision) {
    book.put(book.find("source:tried").orElseThrow().decided(decision, "ana", NOON));
    trials.refresh();
  }

  private void take(Source source, String id, String text) {
    accepting.accept(
        source,
        List.of(
            new Draft("mastodon", id)
                .author(new Author("ana", "ana", null, null, null, null))
                .text(text)
                .createdAt(NOON, NOON)
                .created()),
        Arrival.LIVE);
  }

  private List<Mention> posted() {
    return events().stream()
        .filter(MentionPosted.class::isInstance)
        .map(e -> ((MentionPosted) e).mention())
        .toList();
  }

  private List<IngestEvent> events() {
    return kafka.history().stream().map(TrialsTest::event).toList();
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

  private static Source source(String id) {
    return new Source(id, "replay", null, null, null, null, null, null, null, Map.of());
  }
}
