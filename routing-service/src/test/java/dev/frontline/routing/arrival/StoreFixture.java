package dev.frontline.routing.arrival;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.routing.placement.Placing;
import dev.frontline.routing.policy.Router;
import dev.frontline.routing.store.CaseDocument;
import dev.frontline.routing.store.Cases;
import dev.frontline.routing.store.EarlyAnswers;
import dev.frontline.routing.store.ErasedAuthors;
import dev.frontline.routing.store.Outcomes;
import dev.frontline.routing.store.Telling;
import dev.frontline.routing.store.Workload;
import dev.frontline.testkit.EmbeddedStack;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Routing against the real store, with a broker that can be made to fail. */
final class StoreFixture implements AutoCloseable {

  static final Company COMPANY =
      CompanyFile.read(Path.of("src/test/resources/company.yaml"), Map.of());
  private static final Router ROUTER = new Router(COMPANY);

  private final MongoClient client = MongoClients.create(EmbeddedStack.get().storeUri());
  final MockProducer<String, byte[]> broker =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  final Cases cases;
  final Outcomes outcomes;
  private final MongoDatabase database;

  StoreFixture(String name) {
    database = client.getDatabase(name);
    cases = new Cases(database);
    cases.createIndexes();
    outcomes = new Outcomes(database);
  }

  /** What one instance of the service would do with the posts. */
  void route(ClassifyEvent... events) {
    Clock clock = Clock.systemUTC();
    Telling telling = new Telling(cases, new EventPublisher(broker));
    EarlyAnswers early = new EarlyAnswers(database);
    DeskRounds rounds =
        new DeskRounds(
            cases,
            outcomes,
            new ErasedAuthors(database),
            early,
            new Workload(cases),
            telling,
            clock);
    new ArrivalBatch(rounds, outcomes, early, ROUTER::route, new Placing(COMPANY), clock)
        .route(List.of(events));
  }

  CaseDocument caseOf(String mentionId) {
    String id = outcomes.read(mentionId).orElseThrow().event().caseIds().get(0);
    return cases.read(id).orElseThrow();
  }

  @Override
  public void close() {
    client.close();
  }
}
