package dev.frontline.ingest.trial;

import com.mongodb.MongoException;
import dev.frontline.ingest.accepting.TrialMarks;
import dev.frontline.ingest.listening.ListeningQuery;
import dev.frontline.ingest.listening.Seeds;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What is tried out now. Each instance takes changes over within two seconds; those that the
 * company file wants begin when it is first read, and are not begun a second time.
 */
@ApplicationScoped
public class Trials implements TrialMarks {

  private static final Logger LOG = Logger.getLogger(Trials.class);

  private final TrialBook book;
  private final Company company;
  private final Clock clock;
  private volatile Set<String> marked = Set.of();

  @Inject
  Trials(TrialBook book, Company company, Clock clock) {
    this.book = book;
    this.company = company;
    this.clock = clock;
  }

  @Override
  public boolean source(String sourceId) {
    return marked.contains(Trial.SOURCE + sourceId);
  }

  @Override
  public boolean query(String queryId) {
    return marked.contains(Trial.QUERY + queryId);
  }

  @Override
  public void heard(String sourceId, Heard heard, Instant now) {
    book.heard(Trial.SOURCE + sourceId, heard, now);
  }

  /** Before anything is read. */
  void start(@Observes @Priority(5) StartupEvent event) {
    try {
      for (Source source : company.sources()) {
        begin(Trial.SOURCE + source.id(), source.trial());
      }
      Map<String, Duration> lists = Seeds.trials(company);
      for (ListeningQuery seed : Seeds.of(company)) {
        begin(Trial.QUERY + seed.id(), lists.get(seed.id()));
      }
      refresh();
    } catch (MongoException e) {
      LOG.warnf("trials are read later fault=%s", e.getMessage());
    }
  }

  private void begin(String of, @Nullable Duration length) {
    if (length != null && book.find(of).isEmpty()) {
      book.put(Trial.begun(of, length, null, 0, clock.instant()));
    }
  }

  @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  void follow() {
    try {
      refresh();
    } catch (MongoException e) {
      LOG.warnf("trials stay as they are fault=%s", e.getMessage());
    }
  }

  /** Takes over what changed, now. */
  void refresh() {
    marked = book.all().stream().filter(Trial::marks).map(Trial::of).collect(Collectors.toSet());
  }
}
