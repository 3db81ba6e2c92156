package dev.frontline.ingest.accepting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.Engagement;
import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.erasure.ErasedAuthors;
import dev.frontline.ingest.listening.Seeds;
import dev.frontline.ingest.listening.StoredQueries;
import dev.frontline.ingest.post.Post;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.testkit.EmbeddedStack;
import dev.frontline.testkit.NeedsStack;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsStack
class AcceptingTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Company company =
      CompanyFile.read(Path.of("src/test/resources/kettlery.yaml"), Map.of());
  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private MongoClient store;
  private Published published;
  private Accepting accepting;

  @BeforeEach
  void open() {
    store = MongoClients.create(EmbeddedStack.get().storeUri());
    MongoDatabase database = store.getDatabase("accepting-test");
    published = new Published(database);
    accepting =
        new Accepting(
            published,
            new ErasedAuthors(database),
            new EventPublisher(kafka),
            company,
            Clock.fixed(NOON, ZoneOffset.UTC),
            new Heard(),
            new StoredQueries(Seeds.of(company))::of,
            new Followed(database, published),
            new Expiring(database),
            Sampling.NONE,
            TrialMarks.NONE);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatKafkaDidNotAcknowledgeIsNotRememberedAndIsTakenWhenItComesAgain() {
    Post post = new Post.Created(content("away"));
    kafka.sendException = new TimeoutException("no broker");
    assertThatThrownBy(() -> accept(post)).isInstanceOf(KafkaException.class);
    kafka.sendException = null;

    Tally tally = accept(post);

    assertThat(tally).isEqualTo(new Tally(1, 0, 0));
    assertThat(kafka.history()).hasSize(1);
    assertThat(published.find(List.of("mastodon:away"))).containsKey("mastodon:away");
  }

  @Test
  void aPostThatIsDeletedWhileItsEditIsOnItsWayStaysDeleted() {
    accept(new Post.Created(content("race")));
    accept(new Post.Deleted("mastodon:race", NOON));
    Known deleted = published.find(List.of("mastodon:race")).get("mastodon:race");

    published.replace(
        List.of(new Known("mastodon:race", "mastodon:race", 7, null, deleted.matched())));

    assertThat(published.find(List.of("mastodon:race"))).containsValue(deleted);
    assertThat(deleted.networkVersion()).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void aPostAndItsEditAndItsCopyInOneBatchAreTwoEvents() {
    Post first = new Post.Created(content("batch"));
    Post edit = new Post.Updated(content("batch"), NOON);

    Tally tally = accept(first, first, edit, edit);

    assertThat(tally).isEqualTo(new Tally(2, 2, 0));
    assertThat(kafka.history()).extracting(r -> r.key()).containsOnly("mastodon:batch");
  }

  @Test
  void aMentionThatSomebodyElseWroteMeanwhileIsReplaced() {
    published.add(List.of(known("mastodon:raced", 1, false)));

    published.add(List.of(known("mastodon:fresh", 1, false), known("mastodon:raced", 9, true)));

    assertThat(published.find(List.of("mastodon:raced", "mastodon:fresh")))
        .containsEntry("mastodon:raced", known("mastodon:raced", 9, true))
        .containsKey("mastodon:fresh");
  }

  @Test
  void aPostThatBreaksTheDecisionIsNamedAndItsNeighboursAreTaken() {
    Post before = new Post.Created(content("before"));
    Post broken = new Post.Updated(content("before"), Instant.MAX);
    Post after = new Post.Created(content("after"));

    Tally tally = accept(before, broken, after);

    assertThat(tally.accepted()).isEqualTo(2);
    assertThat(tally.unfit())
        .containsExactly(new Tally.Unfit(1, "it cannot be handled: ArithmeticException"));
    assertThat(published.find(List.of("mastodon:after"))).hasSize(1);
  }

  @Test
  void whatAPostWasHeardForIsRemembered() {
    accept(new Post.Created(content("heard")));

    assertThat(published.find(List.of("mastodon:heard")).get("mastodon:heard").matched())
        .extracting(Match::name)
        .containsExactly("Kettlery");
  }

  private static Known known(String id, long version, boolean deleted) {
    return new Known(id, id, version, deleted ? NOON : null, List.of());
  }

  private Tally accept(Post... posts) {
    return accepting.accept(company.source("replay").orElseThrow(), List.of(posts), Arrival.LIVE);
  }

  private static Post.Content content(String id) {
    return new Post.Content(
        "mastodon:" + id,
        "mastodon",
        new Author("kim", "kim", null, 5L, null, null),
        "kettlery",
        null,
        NOON.minusSeconds(60),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        Engagement.NONE);
  }
}
