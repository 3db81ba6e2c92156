package dev.frontline.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import dev.frontline.contracts.Envelope;
import dev.frontline.contracts.EventCodec;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.mention.IngestEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(20)
class BatchConsumerTest {

  private static final BsonDocument NOTHING = new BsonDocument();
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private MockProducer<String, byte[]> broker =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final Stop stop = new Stop();
  private final List<String> handled = new ArrayList<>();
  private final List<Integer> batches = new ArrayList<>();

  @Test
  void anUndecodableRecordIsSetAsideAndItsNeighboursAreHandledInOneBatch() {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(posts(0, 500));
    records.set(250, undecodable(250));

    consumer(this::handle).accept(records);

    assertThat(handled).hasSize(499).doesNotContain("demo:250");
    assertThat(batches).containsExactly(499);
    assertThat(broker.history()).singleElement().satisfies(dead -> assertIsDead(dead, 250));
  }

  @Test
  void aDeadLetterIsTheRecordAsItWasWithTheReasonAndItsOrigin() {
    ConsumerRecord<String, byte[]> bad = undecodable(7);

    consumer(this::handle).accept(List.of(bad));

    ProducerRecord<String, byte[]> dead = broker.history().get(0);
    assertThat(dead.key()).isEqualTo(bad.key());
    assertThat(dead.value()).isEqualTo(bad.value());
    assertThat(header(dead, "ce_id")).isEqualTo("demo:7#1");
    assertThat(header(dead, DeadLetters.REASON)).contains("mention.deleted.v1");
    assertThat(header(dead, DeadLetters.TOPIC)).isEqualTo("mentions.ingested");
    assertThat(header(dead, DeadLetters.PARTITION)).isEqualTo("3");
    assertThat(header(dead, DeadLetters.GROUP)).isEqualTo("classify");
    assertThat(header(dead, DeadLetters.TIME)).isEqualTo(NOON.toString());
  }

  @Test
  void aRecordWithoutHeadersOrValueIsSetAsideToo() {
    consumer(this::handle)
        .accept(List.of(new ConsumerRecord<>(TopicPlan.INGESTED, 3, 1, null, null)));

    assertThat(broker.history()).singleElement().satisfies(dead -> assertIsDead(dead, 1));
  }

  @Test
  void anEventThatTheWorkRejectsIsSetAsideWithTheWorksReason() {
    consumer(
            batch -> {
              handle(batch);
              return List.of(new Rejection<>(batch.get(1), "brand is unknown"));
            })
        .accept(posts(0, 3));

    assertThat(batches).containsExactly(3);
    assertThat(broker.history())
        .singleElement()
        .satisfies(
            dead -> {
              assertIsDead(dead, 1);
              assertThat(header(dead, DeadLetters.REASON)).isEqualTo("brand is unknown");
            });
  }

  @Test
  void anEventThatBreaksTheWorkIsNarrowedDownAndOnlyThatOneIsSetAside() {
    consumer(
            batch -> {
              if (batch.stream().anyMatch(r -> r.event().mentionId().equals("demo:4"))) {
                throw new IllegalStateException("poison");
              }
              return handle(batch);
            })
        .accept(posts(0, 9));

    assertThat(handled).hasSize(8).doesNotContain("demo:4");
    assertThat(broker.history())
        .singleElement()
        .satisfies(
            dead -> {
              assertIsDead(dead, 4);
              assertThat(header(dead, DeadLetters.REASON))
                  .isEqualTo("IllegalStateException: poison");
            });
  }

  @Test
  void aFaultOfTheStoreMeansTheWholeBatchAgainAndNothingIsSetAside() {
    List<Integer> tries = new ArrayList<>();

    consumer(
            batch -> {
              tries.add(batch.size());
              if (tries.size() < 3) {
                throw new MongoTimeoutException("the store is away");
              }
              return handle(batch);
            })
        .accept(posts(0, 5));

    assertThat(tries).containsExactly(5, 5, 5);
    assertThat(handled).hasSize(5);
    assertThat(broker.history()).isEmpty();
  }

  @Test
  void aStoreFaultWhileNarrowingDownSetsNoGoodEventAside() {
    List<Integer> tries = new ArrayList<>();

    consumer(
            batch -> {
              tries.add(batch.size());
              if (batch.stream().anyMatch(r -> r.event().mentionId().equals("demo:0"))) {
                throw new IllegalStateException("poison");
              }
              if (tries.size() == 3) {
                throw new MongoTimeoutException("the store is away");
              }
              return handle(batch);
            })
        .accept(posts(0, 3));

    assertThat(handled).contains("demo:1", "demo:2");
    assertThat(broker.history()).isNotEmpty().allSatisfy(dead -> assertIsDead(dead, 0));
  }

  @Test
  void aDeadLetterThatTheBrokerDidNotTakeIsSentAgainBeforeTheBatchCounts() {
    AtomicInteger refusals = new AtomicInteger(2);
    broker =
        new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
          @Override
          public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            if (refusals.getAndDecrement() > 0) {
              throw new KafkaException("the broker is away");
            }
            return super.send(record);
          }
        };

    consumer(this::handle).accept(List.of(undecodable(2), post(3)));

    assertThat(broker.history()).singleElement().satisfies(dead -> assertIsDead(dead, 2));
    assertThat(handled).containsExactly("demo:3");
  }

  static List<RuntimeException> whatARecordBringsAlong() {
    ServerAddress address = new ServerAddress();
    return List.of(
        new KafkaException("not acknowledged", new RecordTooLargeException("9 MB")),
        new SerializationException("no bytes"),
        new KafkaException("not acknowledged", new InvalidTopicException("queues.?")),
        new MongoWriteException(new WriteError(2, "no such field", NOTHING), address, Set.of()),
        bulk(new BulkWriteError(2, "no such field", NOTHING, 0)));
  }

  @ParameterizedTest
  @MethodSource("whatARecordBringsAlong")
  void whatTheStoreOrTheBrokerWillNeverTakeIsNarrowedDownAndSetAside(RuntimeException fault) {
    consumer(
            batch -> {
              if (batch.stream().anyMatch(r -> r.event().mentionId().equals("demo:2"))) {
                throw fault;
              }
              return handle(batch);
            })
        .accept(posts(0, 4));

    assertThat(handled).containsExactly("demo:0", "demo:1", "demo:3");
    assertThat(broker.history()).singleElement().satisfies(dead -> assertIsDead(dead, 2));
  }

  static List<RuntimeException> whatPasses() {
    ServerAddress address = new ServerAddress();
    return List.of(
        new KafkaException("not acknowledged", new TimeoutException("20 s")),
        new MongoWriteException(new WriteError(11000, "there", NOTHING), address, Set.of()),
        new MongoWriteException(new WriteError(14031, "disk full", NOTHING), address, Set.of()),
        bulk(new BulkWriteError(11000, "there", NOTHING, 0)),
        bulk(new BulkWriteError(10107, "not primary", NOTHING, 0)));
  }

  @ParameterizedTest
  @MethodSource("whatPasses")
  void whatPassesMeansTheWholeBatchAgain(RuntimeException fault) {
    List<Integer> tries = new ArrayList<>();

    consumer(
            batch -> {
              tries.add(batch.size());
              if (tries.size() == 1) {
                throw fault;
              }
              return handle(batch);
            })
        .accept(posts(0, 4));

    assertThat(tries).containsExactly(4, 4);
    assertThat(broker.history()).isEmpty();
  }

  @Test
  void whatFailsWhileTheProcessStopsIsLeftForTheNextStart() {
    assertThatThrownBy(
            () ->
                consumer(
                        batch -> {
                          stop.tell();
                          throw new IllegalStateException("the store's client is gone");
                        })
                    .accept(posts(0, 4)))
        .isInstanceOf(StoppedException.class);

    assertThat(broker.history()).isEmpty();
  }

  @Test
  void aBatchIsNotBegunOnceTheProcessIsToldToStop() {
    stop.tell();

    assertThatThrownBy(() -> consumer(this::handle).accept(posts(0, 4)))
        .isInstanceOf(StoppedException.class);
    assertThatThrownBy(() -> consumer(this::handle).accept(List.of(undecodable(7))))
        .isInstanceOf(StoppedException.class);

    assertThat(handled).isEmpty();
    assertThat(broker.history()).isEmpty();
  }

  @Test
  void aBatchThatWaitsForItsNeighboursWaitsNoLongerThanTheProcess() {
    AtomicInteger tries = new AtomicInteger();

    assertThatThrownBy(
            () ->
                consumer(
                        batch -> {
                          if (tries.incrementAndGet() == 2) {
                            stop.tell();
                          }
                          throw new KafkaException("the encoder has stopped");
                        })
                    .accept(posts(0, 4)))
        .isInstanceOf(StoppedException.class);

    assertThat(tries).hasValue(2);
  }

  @Test
  void aDeadLetterThatIsTooLargeForTheBrokerSaysWhereTheRecordStands() {
    broker =
        new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
          @Override
          public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            return record.value() == null
                ? super.send(record)
                : CompletableFuture.failedFuture(new RecordTooLargeException("9 MB"));
          }
        };

    consumer(this::handle).accept(List.of(undecodable(2)));

    assertThat(broker.history())
        .singleElement()
        .satisfies(
            dead -> {
              assertIsDead(dead, 2);
              assertThat(header(dead, DeadLetters.REASON)).startsWith("too large to be kept here");
            });
  }

  private static MongoBulkWriteException bulk(BulkWriteError error) {
    return new MongoBulkWriteException(
        BulkWriteResult.unacknowledged(), List.of(error), null, new ServerAddress(), Set.of());
  }

  private List<Rejection<IngestEvent>> handle(List<Received<IngestEvent>> batch) {
    batches.add(batch.size());
    batch.forEach(r -> handled.add(r.event().mentionId()));
    return List.of();
  }

  private BatchConsumer<IngestEvent> consumer(BatchWork<IngestEvent> work) {
    return new BatchConsumer<>(
        EventFamily.INGESTED,
        work,
        new DeadLetters(
            new EventPublisher(broker, stop), "classify", Clock.fixed(NOON, ZoneOffset.UTC)));
  }

  private static List<ConsumerRecord<String, byte[]>> posts(int from, int to) {
    return IntStream.range(from, to).mapToObj(BatchConsumerTest::post).toList();
  }

  private static ConsumerRecord<String, byte[]> post(int number) {
    String id = "demo:" + number;
    ProducerRecord<String, byte[]> sent =
        EventCodec.toRecord(
            TopicPlan.INGESTED,
            id,
            EventFamily.INGESTED,
            Envelope.of(
                id + "#1",
                "/frontline/ingest",
                NOON,
                new IngestEvent.MentionDeleted(id, id, 1, "hooks", NOON)));
    return received(sent, number, sent.value());
  }

  private static ConsumerRecord<String, byte[]> undecodable(int number) {
    ConsumerRecord<String, byte[]> good = post(number);
    ConsumerRecord<String, byte[]> bad =
        new ConsumerRecord<>(
            good.topic(), 3, number, good.key(), "{broken".getBytes(StandardCharsets.UTF_8));
    good.headers().forEach(bad.headers()::add);
    return bad;
  }

  private static ConsumerRecord<String, byte[]> received(
      ProducerRecord<String, byte[]> sent, long offset, byte[] value) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(sent.topic(), 3, offset, sent.key(), value);
    sent.headers().forEach(record.headers()::add);
    return record;
  }

  private static void assertIsDead(ProducerRecord<String, byte[]> dead, int offset) {
    assertThat(dead.topic()).isEqualTo("mentions.ingested.classify.dead");
    assertThat(header(dead, DeadLetters.OFFSET)).isEqualTo(String.valueOf(offset));
  }

  private static String header(ProducerRecord<String, byte[]> record, String name) {
    return String.valueOf(EventCodec.text(record.headers(), name));
  }
}
