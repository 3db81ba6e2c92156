package dev.frontline.kit.start;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.InvalidCompanyFileException;
import dev.frontline.kit.token.InternalTokens;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.bson.Document;
import org.jboss.logging.Logger;

/**
 * Says in one line at start what is wrong with the settings or the store, and stops the service.
 */
@ApplicationScoped
public class ReadinessOfNeighbours {

  private static final Logger LOG = Logger.getLogger(ReadinessOfNeighbours.class);

  private final Instance<Company> company;
  private final Instance<InternalTokens> tokens;
  private final Instance<MongoClient> store;

  @Inject
  ReadinessOfNeighbours(
      Instance<Company> company, Instance<InternalTokens> tokens, Instance<MongoClient> store) {
    this.company = company;
    this.tokens = tokens;
    this.store = store;
  }

  void check(@Observes @Priority(1) StartupEvent event) {
    try {
      company.get().name();
      tokens.get();
      store.get().getDatabase("admin").runCommand(new Document("ping", 1));
    } catch (InvalidCompanyFileException | IllegalArgumentException e) {
      stop(e.getMessage());
    } catch (MongoException e) {
      stop("the store does not answer: " + e.getMessage());
    }
  }

  private static void stop(String reason) {
    LOG.errorf("cannot start: %s", reason);
    Quarkus.asyncExit(1);
    throw new IllegalStateException("cannot start: " + reason);
  }
}
