package dev.frontline.dashboard.readmodel;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.testkit.EmbeddedStack;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The real store; its feeds are handed one poll at a time. */
final class StoreFixture implements AutoCloseable {

  private final MongoClient client = MongoClients.create(EmbeddedStack.get().storeUri());
  private final MongoDatabase database;
  private final EventPublisher publisher =
      new EventPublisher(
          new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()));
  final MentionStore mentions;
  final CaseStore cases;
  final DeadLetterStore letters;
  final DeadLetterFeed deadLetterFeed;
  final CaseFeed caseFeed;
  final ClassifiedFeed classifiedFeed;
  final RoutedFeed routedFeed;
  final ErasedFeed erasedFeed;

  StoreFixture(String name) {
    database = client.getDatabase(name);
    mentions = new MentionStore(database);
    cases = new CaseStore(database);
    caseFeed = new CaseFeed(cases, publisher, Clock.systemUTC());
    letters = new DeadLetterStore(database);
    deadLetterFeed = new DeadLetterFeed(letters);
    ErasedAuthors erased = new ErasedAuthors(database);
    classifiedFeed = new ClassifiedFeed(mentions, erased, publisher, Clock.systemUTC());
    erasedFeed = new ErasedFeed(erased, mentions, letters, publisher, Clock.systemUTC());
    routedFeed = new RoutedFeed(mentions, publisher, Clock.systemUTC());
  }

  @SafeVarargs
  static ConsumerRecords<String, byte[]> poll(ProducerRecord<String, byte[]>... records) {
    List<ConsumerRecord<String, byte[]>> polled =
        Arrays.stream(records)
            .map(
                r -> {
                  ConsumerRecord<String, byte[]> record =
                      new ConsumerRecord<>(r.topic(), 0, 0, r.key(), r.value());
                  r.headers().forEach(record.headers()::add);
                  return record;
                })
            .toList();
    return new ConsumerRecords<>(
        Map.of(new TopicPartition(records[0].topic(), 0), polled), Map.of());
  }

  @Override
  public void close() {
    client.close();
  }
}
