package dev.frontline.ingest.reading;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.UnreadableEventException;
import dev.frontline.contracts.mention.IngestEvent;
import dev.frontline.contracts.mention.IngestEvent.MentionPosted;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.source.SourceEvent;
import dev.frontline.ingest.accepting.Accepting;
import dev.frontline.ingest.accepting.Expiring;
import dev.frontline.ingest.accepting.Followed;
import dev.frontline.ingest.accepting.Heard;
import dev.frontline.ingest.accepting.Published;
import dev.frontline.ingest.accepting.Sampling;
import dev.frontline.ingest.accepting.TrialMarks;
import dev.frontline.ingest.erasure.ErasedAuthors;
import dev.frontline.ingest.fetch.Limits;
import dev.frontline.ingest.lease.Leases;
import dev.frontline.ingest.listening.Seeds;
import dev.frontline.ingest.listening.StoredQueries;
import dev.frontline.ingest.parked.ParkedPost;
import dev.frontline.ingest.parked.ParkedPosts;
import dev.frontline.ingest.reading.Crashing.Broker;
import dev.frontline.ingest.source.ConnectedAccounts;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.PushSource;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.ingest.source.StreamSource;
import dev.frontline.ingest.spend.Ledger;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.company.Source;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.testkit.EmbeddedStack;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One source on a real store and virtual time, with everything that reads it. {@link #restart} ends
 * it and starts it anew on the same store and broker, as after a crash.
 */
public final class Rig implements AutoCloseable {

  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  public final TestClock clock = new TestClock(NOON);
  public final Broker broker = new Broker();
  public final Crashing crashing = new Crashing();

  private final Company company =
      CompanyFile.read(Path.of("src/test/resources/kettlery.yaml"), Map.of());
  private final MongoClient store = MongoClients.create(EmbeddedStack.get().storeUri());
  private final String database = "rig-" + UUID.randomUUID();
  private final NetworkSource kind;
  private final Source source;
  private final @Nullable String secret;
  private final BiFunction<MongoDatabase, TestClock, ConnectedAccounts> accounts;
  private Heard heard = new Heard();
  private ParkedPosts parked;
  private SourceKinds kinds;
  private Controls controls;
  private Gaps gaps;
  private Ledger ledger;
  private Expiring expiring;
  private @Nullable Reader reader;
  private PushDoor door;

  public Rig(
      NetworkSource kind,
      @Nullable String url,
      @Nullable String secret,
      Map<String, String> settings) {
    this(kind, url, secret, settings, (db, clock) -> ConnectedAccounts.NONE);
  }

  /**
   * @param accounts those of the source, in this store
   */
  public Rig(
      NetworkSource kind,
      @Nullable String url,
      @Nullable String secret,
      Map<String, String> settings,
      BiFunction<MongoDatabase, TestClock, ConnectedAccounts> accounts) {
    this.kind = kind;
    this.accounts = accounts;
    this.secret = secret;
    this.source =
        new Source("rigged", kind.kind(), null, url, null, null, null, null, null, settings);
    broker.crashing(crashing);
    wire();
  }

  private void wire() {
    MongoDatabase db = crashing.around(store.getDatabase(database));
    EventPublisher publisher = new EventPublisher(broker);
    Published published = new Published(db);
    heard = new Heard();
    expiring = new Expiring(db);
    Accepting accepting =
        new Accepting(
            published,
            new ErasedAuthors(db),
            publisher,
            company,
            clock,
            heard,
            new StoredQueries(Seeds.of(company))::of,
            new Followed(db, published),
            expiring,
            Sampling.NONE,
            TrialMarks.NONE);
    parked = new ParkedPosts(db, publisher, clock);
    gaps = new Gaps(db, publisher);
    Aliases aliases = new Aliases(db, published);
    ledger = new Ledger(db);
    controls = new Controls(db);
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    kinds =
        new SourceKinds(
            List.of(kind),
            company,
            new Limits(http, clock, new StoredUses(db), true),
            aliases,
            accounts.apply(db, clock),
            ledger,
            name -> Optional.ofNullable(secret));
    Rechecking rechecking = new Rechecking(kinds, new Rechecks(db), aliases, expiring);
    Taking taking = new Taking(accepting, parked, gaps, aliases, rechecking, publisher);
    Tools tools =
        new Tools(
            kinds,
            taking,
            new Enriching(new StoredQueries(Seeds.of(company))::of),
            rechecking,
            new Cursors(db),
            new Leases(db, "rig-0"),
            controls,
            heard,
            parked,
            new Random(7));
    Opened opened = kinds.open(source, kind, clock.instant());
    reader =
        kind instanceof StreamSource stream && stream.streams(opened)
            ? new StreamReader(source, stream, tools, new HttpLines(clock))
            : kind instanceof PollSource poll ? new PollReader(source, poll, tools) : null;
    door = new PushDoor(kinds, taking, controls, heard, parked, clock);
  }

  public void restart() {
    end();
    wire();
  }

  private void end() {
    if (reader != null) {
      reader.close();
    }
  }

  /** The network calls; what became of it. */
  public PushDoor.Received call(Delivery delivery) {
    return door.receive(source, (PushSource) kind, delivery);
  }

  /** The network asks who we are; what it gets for an answer. */
  public Optional<String> greeted(Delivery question) {
    return door.greet(source, (PushSource) kind, question);
  }

  /** One turn now; when the next is due. */
  public Instant turn() {
    try {
      return Objects.requireNonNull(reader, "it is told, not read").turn(clock.instant());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What health tells of the credential's limit. */
  public long quotaLeft() {
    return kinds
        .quotaLeft(source, clock.instant())
        .orElseThrow(() -> new AssertionError("it makes no requests"));
  }

  /** Mentions whose texts may be kept no longer. */
  public List<String> expired() {
    return expiring.due(clock.instant(), 1_000).stream().map(Expiring.Due::mentionId).toList();
  }

  /** Turns as they fall due, for so long. */
  public void run(Duration time) {
    Instant end = clock.instant().plus(time);
    while (!clock.instant().isAfter(end)) {
      Instant due = turn();
      clock.to(due);
      clock.forward(Duration.ofMillis(1));
    }
  }

  /** Turns in real time until the condition holds, for what other threads bring. */
  public void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not come: " + trouble());
      }
      clock.to(turn());
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  public Opened opened() {
    return kinds.open(source, kind, clock.instant());
  }

  public SourceKinds kinds() {
    return kinds;
  }

  public Source source() {
    return source;
  }

  public Controls controls() {
    return controls;
  }

  /** The latest words about what is wrong; empty where nothing is. */
  public String trouble() {
    return heard.trouble("rigged").map(Heard.Trouble::words).orElse("");
  }

  public boolean needsAttention() {
    return heard.trouble("rigged").map(Heard.Trouble::attention).orElse(false);
  }

  public List<ParkedPost> parked() {
    return parked.latest();
  }

  /** US dollars that it has cost this month. */
  public double cost() {
    return ledger.all(clock.instant()).getOrDefault("rigged", Ledger.Spent.NOTHING).thisMonth()
        / 1e6;
  }

  public int gaps() {
    return gaps.of("rigged").size();
  }

  /** What the other services make of the topic: the same event twice is one. */
  public List<IngestEvent> told() {
    return events(TopicPlan.INGESTED, EventFamily.INGESTED);
  }

  public List<Mention> posted() {
    return told().stream()
        .filter(MentionPosted.class::isInstance)
        .map(event -> ((MentionPosted) event).mention())
        .toList();
  }

  public List<SourceEvent> sourceEvents() {
    return events(TopicPlan.SOURCES, EventFamily.SOURCES);
  }

  /** Events of any topic, each once. */
  public <E> List<E> events(String topic, EventFamily<E> family) {
    List<E> events = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ProducerRecord<String, byte[]> record : broker.history()) {
      if (!record.topic().equals(topic)) {
        continue;
      }
      ConsumerRecord<String, byte[]> read =
          new ConsumerRecord<>(topic, 0, 0, record.key(), record.value());
      record.headers().forEach(read.headers()::add);
      try {
        Envelope<E> envelope = EventCodec.fromRecord(read, family);
        if (seen.add(envelope.id())) {
          events.add(envelope.event());
        }
      } catch (UnreadableEventException e) {
        throw new AssertionError(e);
      }
    }
    return events;
  }

  @Override
  public void close() {
    end();
    store.getDatabase(database).drop();
    store.close();
  }
}
