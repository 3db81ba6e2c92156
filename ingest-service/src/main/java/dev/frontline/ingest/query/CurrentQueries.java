package dev.frontline.ingest.query;

import com.mongodb.MongoException;
import dev.frontline.contracts.mention.Match;
import dev.frontline.ingest.listening.ListeningQuery;
import dev.frontline.ingest.listening.Listens;
import dev.frontline.ingest.listening.QueryLanguage;
import dev.frontline.ingest.listening.Reading;
import dev.frontline.ingest.listening.Seeds;
import dev.frontline.ingest.listening.StoredQueries;
import dev.frontline.ingest.post.Post;
import dev.frontline.kit.company.Company;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jboss.logging.Logger;

/**
 * The queries that hold now. Built anew when any instance changed one, within two seconds; until
 * the store can be read at start those of the company file hold.
 */
@ApplicationScoped
public class CurrentQueries implements Listens {

  private static final Logger LOG = Logger.getLogger(CurrentQueries.class);

  private final Company company;
  private final QueryBook book;
  private final Clock clock;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private StoredQueries current;
  private long seen = -1;

  @Inject
  CurrentQueries(Company company, QueryBook book, Clock clock) {
    this.company = company;
    this.book = book;
    this.clock = clock;
    this.current = new StoredQueries(Seeds.of(company));
  }

  @Override
  public List<List<Match>> to(List<Post.Content> posts) {
    use.readLock().lock();
    try {
      return current.of(posts);
    } finally {
      use.readLock().unlock();
    }
  }

  void start(@Observes @Priority(10) StartupEvent event) {
    try {
      book.prepare();
      seed();
      refresh();
    } catch (MongoException e) {
      LOG.warnf("queries are read later fault=%s", e.getMessage());
    }
  }

  @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  void follow() {
    try {
      if (seen < 0) {
        seed();
      }
      refresh();
    } catch (MongoException e) {
      LOG.warnf("queries stay as they are fault=%s", e.getMessage());
    }
  }

  /** The query's name; empty where there is none of that id. */
  public Optional<String> nameOf(String id) {
    return book.find(id).map(StoredQuery::name);
  }

  /** Stops listening for it. */
  public void remove(String id) {
    book.remove(id);
    refresh();
  }

  /** Takes over what changed, now. */
  synchronized void refresh() {
    long changes = book.changes();
    if (changes == seen) {
      return;
    }
    List<ListeningQuery> readable = new ArrayList<>();
    for (StoredQuery query : book.all()) {
      if (QueryLanguage.read(query.text()) instanceof Reading.Understood) {
        readable.add(query.listening());
      } else {
        LOG.errorf("query cannot be read any more and is left out query=%s", query.id());
      }
    }
    StoredQueries next = new StoredQueries(readable);
    use.writeLock().lock();
    try {
      current.close();
      current = next;
    } finally {
      use.writeLock().unlock();
    }
    seen = changes;
    LOG.infof("listening queries=%d", readable.size());
  }

  /** The file's lists, kept in step until somebody changes a query here. */
  private void seed() {
    Set<String> inFile = new HashSet<>();
    for (ListeningQuery seed : Seeds.of(company)) {
      inFile.add(seed.id());
      if (book.wasRemoved(seed.id())) {
        continue;
      }
      StoredQuery wanted =
          new StoredQuery(
              seed.id(), seed.kind(), seed.name(), seed.text(), true, 1, null, clock.instant());
      if (!book.add(wanted)) {
        book.find(seed.id())
            .filter(there -> there.file() && !there.text().equals(seed.text()))
            .ifPresent(
                there ->
                    book.replace(
                        new StoredQuery(
                            seed.id(),
                            seed.kind(),
                            seed.name(),
                            seed.text(),
                            true,
                            there.version() + 1,
                            null,
                            clock.instant()),
                        there.version()));
      }
    }
    for (StoredQuery there : book.all()) {
      if (there.file() && !inFile.contains(there.id())) {
        book.remove(there.id());
      }
    }
  }
}
