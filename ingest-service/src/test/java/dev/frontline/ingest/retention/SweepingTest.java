package dev.frontline.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.frontline.ingest.accepting.Followed;
import dev.frontline.ingest.accepting.Published;
import dev.frontline.ingest.lease.Leases;
import dev.frontline.ingest.parked.ParkedPost;
import dev.frontline.ingest.parked.ParkedPosts;
import dev.frontline.ingest.reading.Aliases;
import dev.frontline.ingest.reading.Gaps;
import dev.frontline.ingest.reading.Rechecks;
import dev.frontline.ingest.reply.SentReplies;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.testkit.EmbeddedStack;
import dev.frontline.testkit.NeedsStack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class SweepingTest {

  private static final Instant NOW = Instant.parse("2026-05-02T12:00:00Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(31));
  private static final Instant LATELY = NOW.minus(Duration.ofDays(29));
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final EventPublisher publisher =
      new EventPublisher(
          new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()));
  private MongoClient store;
  private MongoDatabase database;
  private Published published;
  private ParkedPosts parked;

  @BeforeEach
  void open() {
    store = MongoClients.create(EmbeddedStack.get().storeUri());
    database = store.getDatabase("sweeping-test");
    database.drop();
    published = new Published(database);
    parked = new ParkedPosts(database, publisher, CLOCK);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void tombstonesGoAfterThirtyDaysAndStayCounted() {
    put("published", tombstone("old", LONG_AGO), tombstone("new", LATELY));
    put("published", new Document("_id", "live").append("state", "live"));

    sweeping("one").sweep();

    assertThat(ids("published")).containsExactlyInAnyOrder("new", "live");
    assertThat(published.count()).isEqualTo(3);
  }

  @Test
  void conversationsAndAliasesGoAfterHalfAYearAndGapsAfterThirtyDays() {
    Instant halfAYear = NOW.minus(Duration.ofDays(181));
    put("followed", at("old", "at", halfAYear), at("new", "at", LONG_AGO));
    put("aliases", at("old", "at", halfAYear), at("new", "at", LONG_AGO));
    put("gaps", at("old", "to", LONG_AGO), at("new", "to", LATELY));
    put("rechecks", at("old", "createdAt", halfAYear), at("new", "createdAt", LONG_AGO));

    sweeping("one").sweep();

    assertThat(ids("followed")).containsExactly("new");
    assertThat(ids("aliases")).containsExactly("new");
    assertThat(ids("gaps")).containsExactly("new");
    assertThat(ids("rechecks")).containsExactly("new");
  }

  @Test
  void theWordsOfParkedPostsGoAfterThirtyDaysAndTheReasonStays() {
    put("parked", parkedAt("old", LONG_AGO), parkedAt("new", LATELY));

    sweeping("one").sweep();

    assertThat(parked.latest()).extracting(ParkedPost::raw).containsExactly("{my words", "");
    assertThat(parked.latest()).extracting(ParkedPost::reason).containsOnly("no JSON");
  }

  @Test
  void whatBecameOfRepliesGoesAfterThirtyDays() {
    put("replies_sent", sentAt("old", LONG_AGO), sentAt("new", LATELY));

    sweeping("one").sweep();

    assertThat(ids("replies_sent")).containsExactly("new");
  }

  @Test
  void oneInstanceSweepsAtATime() {
    sweeping("one").sweep();
    put("replies_sent", sentAt("old", LONG_AGO));

    sweeping("two").sweep();

    assertThat(ids("replies_sent")).containsExactly("old");
  }

  private Sweeping sweeping(String instance) {
    return new Sweeping(
        published,
        parked,
        new SentReplies(database),
        new Followed(database, published),
        new Aliases(database, published),
        new Gaps(database, publisher),
        new Rechecks(database),
        new Leases(database, instance),
        CLOCK);
  }

  private static Document at(String id, String field, Instant time) {
    return new Document("_id", id).append(field, Date.from(time));
  }

  private void put(String collection, Document... documents) {
    database.getCollection(collection).insertMany(List.of(documents));
  }

  private List<String> ids(String collection) {
    return database
        .getCollection(collection)
        .find()
        .map(document -> document.getString("_id"))
        .into(new ArrayList<>());
  }

  private static Document tombstone(String id, Instant at) {
    return new Document("_id", id).append("state", "deleted").append("deletedAt", Date.from(at));
  }

  private static Document parkedAt(String id, Instant at) {
    return new Document("_id", id)
        .append("source", "hooks")
        .append("raw", "{my words")
        .append("reason", "no JSON")
        .append("at", Date.from(at));
  }

  private static Document sentAt(String id, Instant at) {
    return new Document("_id", id).append("state", "settled").append("at", Date.from(at));
  }
}
