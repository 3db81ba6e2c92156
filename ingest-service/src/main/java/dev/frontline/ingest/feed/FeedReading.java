package dev.frontline.ingest.feed;

import com.mongodb.MongoException;
import dev.frontline.ingest.accepting.Accepting;
import dev.frontline.ingest.accepting.Heard;
import dev.frontline.ingest.accepting.Tally;
import dev.frontline.ingest.lease.Leases;
import dev.frontline.ingest.parked.ParkedPosts;
import dev.frontline.ingest.parked.ParkedPosts.Unreadable;
import dev.frontline.ingest.post.Post;
import dev.frontline.kit.company.Company;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Reads every configured feed when it is due. */
@ApplicationScoped
class FeedReading {

  private static final Logger LOG = Logger.getLogger(FeedReading.class);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration EVERY = Duration.ofMinutes(5);

  private final Company company;
  private final Accepting accepting;
  private final ParkedPosts parked;
  private final FeedCursors cursors;
  private final Leases leases;
  private final Heard heard;
  private final Clock clock;
  private final FeedFetch fetch;
  private final Map<String, Instant> dueAt = new ConcurrentHashMap<>();

  @Inject
  FeedReading(
      Company company,
      Accepting accepting,
      ParkedPosts parked,
      FeedCursors cursors,
      Leases leases,
      Heard heard,
      Clock clock,
      HttpClient http,
      @ConfigProperty(name = "frontline.feeds.allow-private", defaultValue = "false")
          boolean allowPrivate) {
    this.company = company;
    this.accepting = accepting;
    this.parked = parked;
    this.cursors = cursors;
    this.leases = leases;
    this.heard = heard;
    this.clock = clock;
    this.fetch = new FeedFetch(http, new FetchGuard(allowPrivate));
  }

  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void readWhatIsDue() {
    for (Company.Source source : company.sources()) {
      Instant now = clock.instant();
      if (source.kind().equals("feed")
          && source.url() != null
          && !now.isBefore(dueAt.getOrDefault(source.id(), Instant.MIN))) {
        dueAt.put(source.id(), now.plus(source.every() == null ? EVERY : source.every()));
        read(source, URI.create(source.url()), now);
      }
    }
  }

  private void read(Company.Source source, URI address, Instant now) {
    try {
      if (!leases.take(source.id(), LEASE, now)) {
        return;
      }
      Optional<FeedFetch.Page> page = fetch.get(address, cursors.of(source.id()));
      if (page.isEmpty()) {
        heard.note(source.id(), 0, 0, now);
        return;
      }
      List<Post> posts = FeedParser.parse(page.get().body(), address.getHost(), now);
      Tally tally = accepting.accept(source, posts, false);
      parked.park(
          source.id(),
          tally.unfit().stream()
              .map(unfit -> new Unreadable(posts.get(unfit.index()).id(), unfit.reason()))
              .toList());
      cursors.save(source.id(), page.get().cursor());
    } catch (IOException e) {
      LOG.warnf("feed cannot be read source=%s reason=%s", source.id(), e.getMessage());
      heard.failed(source.id(), String.valueOf(e.getMessage()));
    } catch (KafkaException | MongoException e) {
      LOG.warnf("feed waits for its neighbours source=%s", source.id());
      heard.failed(source.id(), "the broker or the store is away; it is read again");
      dueAt.put(source.id(), now.plusSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // What a server may say is without end; the other feeds are read all the same.
      LOG.errorf(e, "feed cannot be read source=%s", source.id());
      heard.failed(source.id(), "its answer cannot be handled: " + e.getClass().getSimpleName());
    }
  }
}
