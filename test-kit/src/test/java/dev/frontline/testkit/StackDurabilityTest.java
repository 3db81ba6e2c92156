package dev.frontline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import dev.frontline.local.broker.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StackDurabilityTest {

  private static final int WRITERS = 4;
  private static final int BATCH = 50;
  private static final int ENOUGH = 3_000;
  private static final int MOST = 200_000;

  @TempDir Path directory;

  @Test
  @Timeout(120)
  void everyAcknowledgedWriteSurvivesAKilledProcess() throws Exception {
    StackPorts ports = StackPorts.free();
    Set<String> documents = ConcurrentHashMap.newKeySet();
    Set<String> records = ConcurrentHashMap.newKeySet();
    ChildStack first = ChildStack.start(directory, ports);
    Topics.createMissing(first.addresses().kafka(), EmbeddedStack.DEPARTMENTS);
    CountDownLatch enough = new CountDownLatch(WRITERS + 1);
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      String writer = "w" + i;
      writers.add(new Thread(() -> fill(first.addresses().storeUri(), writer, documents, enough)));
    }
    writers.add(new Thread(() -> produce(first.addresses().kafka(), records, enough)));
    writers.forEach(Thread::start);

    enough.await();
    first.kill();
    for (Thread writer : writers) {
      writer.interrupt();
      writer.join();
    }

    try (ChildStack second = ChildStack.start(directory, ports)) {
      assertThat(documents).hasSizeGreaterThan(WRITERS * ENOUGH - 1);
      documents.removeAll(found(second.addresses().storeUri()));
      assertThat(documents).as("acknowledged by the store, then missing").isEmpty();
      records.removeAll(consumed(second.addresses().kafka(), records.size()));
      assertThat(records).as("acknowledged by the broker, then missing").isEmpty();
    }
  }

  private static void fill(String uri, String writer, Set<String> acked, CountDownLatch enough) {
    try (MongoClient client = MongoClients.create(uri + "/?serverSelectionTimeoutMS=5000")) {
      MongoCollection<Document> cases = client.getDatabase("t").getCollection("cases-" + writer);
      cases.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
      for (int n = 0; ; n += BATCH) {
        List<WriteModel<Document>> batch = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = n; i < n + BATCH; i++) {
          String id = writer + "-" + i;
          ids.add(id);
          batch.add(
              new ReplaceOneModel<>(
                  new Document("_id", id).append("version", 0),
                  new Document("_id", id).append("version", 1).append("text", "x".repeat(400)),
                  new ReplaceOptions().upsert(true)));
        }
        cases.bulkWrite(batch);
        acked.addAll(ids);
        if (n + BATCH == ENOUGH) {
          enough.countDown();
        }
      }
    } catch (MongoException killed) {
      // The store was killed: what was acknowledged until here is what counts.
    }
  }

  private static void produce(String kafka, Set<String> acked, CountDownLatch enough) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            kafka,
            "acks",
            "all",
            "delivery.timeout.ms",
            2_000,
            "request.timeout.ms",
            1_000,
            "linger.ms",
            5);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (int n = 0; n < MOST && !Thread.currentThread().isInterrupted(); n++) {
        String value = "r" + n;
        producer.send(
            new ProducerRecord<>("mentions.ingested", value, value),
            (metadata, failure) -> {
              if (failure == null) {
                acked.add(value);
              }
            });
        if (n == ENOUGH) {
          producer.flush();
          enough.countDown();
        }
      }
      producer.close(Duration.ZERO);
    } catch (InterruptException killed) {
      // The broker was killed while a send waited for it.
    }
  }

  private static Set<String> found(String uri) {
    Set<String> ids = new HashSet<>();
    try (MongoClient client = MongoClients.create(uri)) {
      for (String name : client.getDatabase("t").listCollectionNames()) {
        MongoCollection<Document> cases = client.getDatabase("t").getCollection(name);
        cases.find().forEach(document -> ids.add(document.getString("_id")));
      }
    }
    return ids;
  }

  private static Set<String> consumed(String kafka, int atLeast) {
    Set<String> values = new HashSet<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("mentions.ingested").stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
      assertThat(end).isGreaterThanOrEqualTo(atLeast);
      for (long read = 0; read < end; ) {
        var records = consumer.poll(Duration.ofSeconds(5));
        records.forEach(r -> values.add(r.value()));
        read += records.count();
        if (records.isEmpty()) {
          break;
        }
      }
    }
    return values;
  }
}
