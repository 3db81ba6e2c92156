package dev.frontline.routing.command;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.routing.casefile.Change;
import dev.frontline.routing.casefile.Decision;
import dev.frontline.routing.store.CaseDocument;
import dev.frontline.routing.store.Cases;
import dev.frontline.routing.store.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Changes one case at a time: reads, lets it be decided, writes under guard, tells. */
@ApplicationScoped
public class CaseWriter {

  private static final Logger LOG = Logger.getLogger(CaseWriter.class);
  private static final int MOST_ROUNDS = 20;

  private final Cases cases;
  private final Telling telling;
  private final Clock clock;

  @Inject
  CaseWriter(Cases cases, Telling telling, Clock clock) {
    this.cases = cases;
    this.telling = telling;
    this.clock = clock;
  }

  /**
   * Decides again on the newer state where somebody else was faster. Once it is stored it is done:
   * while the broker is away the outbox keeps what is to be told.
   *
   * @return what was decided, empty where there is no such case
   * @throws IllegalStateException where others were faster 20 times in a row
   */
  public Optional<Decision> change(String caseId, Function<CaseState, Decision> decide) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Optional<CaseDocument> read = cases.read(caseId);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      CaseState state = read.get().state();
      Decision decision = decide.apply(state);
      if (!(decision instanceof Change change)) {
        return Optional.of(decision);
      }
      CaseDocument next = CaseDocument.after(read.get(), change);
      if (cases
          .write(List.of(new Cases.Guarded(next, state.version())), clock.instant())
          .isEmpty()) {
        tell(next);
        return Optional.of(decision);
      }
    }
    throw new IllegalStateException("case " + caseId + " was changed by others 20 times in a row");
  }

  private void tell(CaseDocument document) {
    try {
      telling.tell(List.of(document), List.of());
    } catch (KafkaException | IllegalStateException e) {
      // The second is said by a producer that closes because the service stops.
      LOG.warnf(
          "case will be told later case=%s version=%d fault=%s",
          document.state().id(), document.state().version(), e.getMessage());
    }
  }
}
