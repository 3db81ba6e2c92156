package dev.frontline.ingest.accepting;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.UnreadableEventException;
import dev.frontline.contracts.mention.Author;
import dev.frontline.contracts.mention.IngestEvent.MentionPosted;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.ingest.erasure.ErasedAuthors;
import dev.frontline.ingest.listening.Seeds;
import dev.frontline.ingest.listening.StoredQueries;
import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.source.Draft;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.company.Source;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.testkit.EmbeddedStack;
import dev.frontline.testkit.NeedsStack;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

/**
 * A source that brings everything, of which only what names somebody is wanted, or what answers.
 */
@NeedsStack
class ConversationTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Source SKY =
      new Source("sky", "bluesky", null, null, null, null, null, null, null, Map.of());

  private final Company company =
      CompanyFile.read(Path.of("src/test/resources/kettlery.yaml"), Map.of());
  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private MongoClient store;
  private Followed followed;
  private Accepting accepting;

  @BeforeEach
  void open() {
    store = MongoClients.create(EmbeddedStack.get().storeUri());
    MongoDatabase database = store.getDatabase("conversations-" + UUID.randomUUID());
    Published published = new Published(database);
    followed = new Followed(database, published);
    accepting =
        new Accepting(
            published,
            new ErasedAuthors(database),
            new EventPublisher(kafka),
            company,
            Clock.fixed(NOON, ZoneOffset.UTC),
            new Heard(),
            new StoredQueries(Seeds.of(company))::of,
            followed,
            new Expiring(database),
            Sampling.NONE,
            TrialMarks.NONE);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whoAnswersOurAnswerIsHeardWithoutNamingUsAndJoinsTheConversation() {
    take(post("1", "ana", "my teapotia leaks"));
    followed.answered("mastodon:1", "mastodon:ours", "mastodon:1", NOON);

    take(
        post("2", "ana", "it still does!").inReplyTo("ours"),
        post("3", "jo", "same").inReplyTo("1"));

    assertThat(posted())
        .extracting(Mention::id)
        .containsExactly("mastodon:1", "mastodon:2", "mastodon:3");
    assertThat(posted()).extracting(Mention::conversationId).containsOnly("mastodon:1");
    assertThat(posted().get(1).matched()).extracting(Match::name).containsExactly("Teapotia");
  }

  @Test
  void whoAnswersNobodyThatWeFollowAndNamesNobodyIsNotHeard() {
    take(post("1", "ana", "my teapotia leaks"));

    take(post("2", "jo", "same here").inReplyTo("1"));

    assertThat(posted()).extracting(Mention::id).containsExactly("mastodon:1");
  }

  @Test
  void whatOurOwnAccountSaysIsMarkedAsOursAndAnswersToItAreHeard() {
    take(post("news", "kettlery_official", "We open on Sunday."));

    take(post("2", "jo", "finally!").inReplyTo("news"));

    assertThat(posted()).extracting(Mention::own).containsExactly(true, false);
    assertThat(posted()).extracting(Mention::conversationId).containsOnly("mastodon:news");
    assertThat(posted().get(1).matched()).extracting(Match::name).containsExactly("Kettlery");
  }

  @Test
  void ourAnswerOnTheNetworkItselfJoinsThePostThatItAnswers() {
    take(post("1", "ana", "my teapotia leaks"));

    take(post("2", "kettlery_official", "So sorry! We send a new one.").inReplyTo("1"));

    assertThat(posted().get(1))
        .satisfies(
            ours -> {
              assertThat(ours.own()).isTrue();
              assertThat(ours.conversationId()).isEqualTo("mastodon:1");
              assertThat(ours.matched()).extracting(Match::name).containsExactly("Teapotia");
            });
  }

  @Test
  void whatOurOwnAccountAnsweredOnTheNetworkIsKnownBeforeAnAnswerGoesOutFromHere() {
    take(post("1", "ana", "my teapotia leaks"));
    take(post("2", "kettlery_official", "So sorry! We send a new one.").inReplyTo("1"));
    take(post("3", "ana", "and when?").inReplyTo("1"));

    assertThat(followed.wasAnsweredThere("mastodon:1", NOON.minusSeconds(1))).isTrue();
    assertThat(followed.wasAnsweredThere("mastodon:1", NOON)).isFalse();
    assertThat(posted()).extracting(Mention::conversationId).containsOnly("mastodon:1");
    assertThat(posted()).hasSize(3);
  }

  @Test
  void ourAnswerThatWentOutFromHereIsNoAnswerGivenElsewhere() {
    take(post("1", "ana", "my teapotia leaks"));
    followed.answered("mastodon:1", "mastodon:ours", "mastodon:1", NOON.minusSeconds(60));

    take(post("ours", "kettlery_official", "So sorry!").inReplyTo("1"));

    assertThat(followed.wasAnsweredThere("mastodon:1", NOON.minusSeconds(30))).isFalse();
  }

  @Test
  void whatOurOwnAccountAnsweredBeforeItWasHeardSharesTheAnswersConversation() {
    take(post("2", "kettlery_official", "So sorry! We send a new one.").inReplyTo("1"));

    take(post("1", "ana", "it leaks"));
    take(post("3", "ana", "thanks!").inReplyTo("2"));

    assertThat(posted())
        .extracting(Mention::id)
        .containsExactly("mastodon:2", "mastodon:1", "mastodon:3");
    assertThat(posted()).extracting(Mention::conversationId).containsOnly("mastodon:2");
  }

  @Test
  void itStaysInAConversationThatIsKnownHoweverEarlyItWasAnswered() {
    take(post("0", "ana", "my teapotia leaks"));
    take(post("2", "kettlery_official", "So sorry! We send a new one.").inReplyTo("1"));

    take(post("1", "ana", "teapotia?").inReplyTo("0"));

    assertThat(posted().get(2).conversationId()).isEqualTo("mastodon:0");
  }

  private void take(Draft... drafts) {
    List<Post> posts = new ArrayList<>();
    for (Draft draft : drafts) {
      posts.add(draft.created());
    }
    accepting.accept(SKY, posts, Arrival.LIVE);
  }

  private static Draft post(String id, String author, String text) {
    return new Draft("mastodon", id)
        .author(new Author(author, author, null, null, null, null))
        .text(text)
        .createdAt(NOON, NOON);
  }

  private List<Mention> posted() {
    List<Mention> mentions = new ArrayList<>();
    for (ProducerRecord<String, byte[]> record : kafka.history()) {
      ConsumerRecord<String, byte[]> read =
          new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value());
      record.headers().forEach(read.headers()::add);
      try {
        if (EventCodec.fromRecord(read, EventFamily.INGESTED).event()
            instanceof MentionPosted posted) {
          mentions.add(posted.mention());
        }
      } catch (UnreadableEventException e) {
        throw new AssertionError(e);
      }
    }
    return mentions;
  }
}
