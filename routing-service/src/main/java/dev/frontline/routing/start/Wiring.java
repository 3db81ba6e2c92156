package dev.frontline.routing.start;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.speaking.Channels;
import dev.frontline.kit.speaking.asked.AskedChannels;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalClient;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.routing.alert.CaseAlerting;
import dev.frontline.routing.alert.CaseAlerts;
import dev.frontline.routing.casefile.Commands;
import dev.frontline.routing.notification.Deliveries;
import dev.frontline.routing.notification.Notices;
import dev.frontline.routing.placement.Placing;
import dev.frontline.routing.policy.Router;
import dev.frontline.routing.store.Cases;
import dev.frontline.routing.store.EarlyAnswers;
import dev.frontline.routing.store.ErasedAuthors;
import dev.frontline.routing.store.Hearing;
import dev.frontline.routing.store.Leases;
import dev.frontline.routing.store.Outcomes;
import dev.frontline.routing.store.Telling;
import dev.frontline.routing.store.Workload;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the plain classes that decide and store, each once. */
@ApplicationScoped
class Wiring {

  /** A person waits for it; what ingest told last holds after. */
  private static final Duration INGEST_ANSWERS = Duration.ofSeconds(2);

  @Produces
  @Singleton
  MongoDatabase database(
      MongoClient client, @ConfigProperty(name = "frontline.database") String name) {
    return client.getDatabase(name);
  }

  @Produces
  @Singleton
  Cases cases(MongoDatabase database) {
    Cases cases = new Cases(database);
    cases.createIndexes();
    return cases;
  }

  @Produces
  @Singleton
  Outcomes outcomes(MongoDatabase database) {
    return new Outcomes(database);
  }

  @Produces
  @Singleton
  ErasedAuthors erasedAuthors(MongoDatabase database) {
    return new ErasedAuthors(database);
  }

  @Produces
  @Singleton
  EarlyAnswers earlyAnswers(MongoDatabase database) {
    return new EarlyAnswers(database);
  }

  @Produces
  @Singleton
  Leases leases(
      MongoDatabase database, @ConfigProperty(name = "frontline.instance") String instance) {
    return new Leases(database, instance);
  }

  @Produces
  @Singleton
  Workload workload(Cases cases) {
    return new Workload(cases);
  }

  @Produces
  @Singleton
  Telling telling(
      Cases cases,
      EventPublisher publisher,
      Company company,
      Notices notices,
      Deliveries deliveries,
      Clock clock) {
    // Where alerts can go nowhere, nothing need be looked at.
    Hearing hearing =
        company.sinks().isEmpty()
            ? untold -> {}
            : new CaseAlerting(
                new CaseAlerts(company),
                notices,
                about -> deliveries.redact(about, clock.instant()));
    return new Telling(cases, publisher, hearing);
  }

  /** Made at start, so that a wrong rule stops the service in one line. */
  @Produces
  @Singleton
  @Startup
  Router router(Company company) {
    return new Router(company);
  }

  @Produces
  @Singleton
  Placing placing(Company company) {
    return new Placing(company);
  }

  @Produces
  @Singleton
  Channels channels(
      @ConfigProperty(name = "frontline.url.ingest") URI ingest,
      InternalTokens tokens,
      HttpClient http,
      Clock clock) {
    return new AskedChannels(
        new InternalClient(ingest, tokens, http, INGEST_ANSWERS), Caller.service("routing"), clock);
  }

  @Produces
  @Singleton
  Commands commands(Company company, Placing placing, Channels channels) {
    return new Commands(company, placing, channels);
  }
}
