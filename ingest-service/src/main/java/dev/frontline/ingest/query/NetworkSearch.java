package dev.frontline.ingest.query;

import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.reading.Controls;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.SearchingSource;
import dev.frontline.ingest.source.Sought;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.kit.company.Source;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Asks networks by their own search, each on a thread of its own and within the limit that its
 * reader keeps, too. A network that fails or hangs costs its own posts and nothing else.
 */
@ApplicationScoped
class NetworkSearch {

  private static final Logger LOG = Logger.getLogger(NetworkSearch.class);

  /** Lists of words that one network is asked for. */
  static final int MOST_ASKED = 4;

  private static final int MOST_POSTS = 200;
  private static final int A_TIME = 100;

  /** Of a network that charges. */
  private static final int MOST_PAID_POSTS = 40;

  private static final int PAID_A_TIME = 20;

  /** So much of a limit is left for listening. */
  private static final int LEFT_FOR_LISTENING = 10;

  private static final int THREADS = 8;
  private static final double MICROS = 1e6;

  private final SourceKinds kinds;
  private final Predicate<String> paused;
  private final Clock clock;
  private final Duration patience;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work, "network-search");
            thread.setDaemon(true);
            return thread;
          });

  @Inject
  NetworkSearch(
      SourceKinds kinds,
      Controls controls,
      Clock clock,
      @ConfigProperty(name = "frontline.search.patience", defaultValue = "PT15S")
          Duration patience) {
    this(kinds, source -> controls.of(source).paused(), clock, patience);
  }

  /**
   * @param paused sources that rest, by id
   * @param patience how long all networks together are waited for
   */
  NetworkSearch(SourceKinds kinds, Predicate<String> paused, Clock clock, Duration patience) {
    this.kinds = kinds;
    this.paused = paused;
    this.clock = clock;
    this.patience = patience;
  }

  /** Every configured source whose network has a search, with what it would cost or lacks. */
  List<SearchOffer> offers() {
    List<SearchOffer> offers = new ArrayList<>();
    for (Source source : kinds.configured()) {
      kinds
          .of(source.kind())
          .filter(SearchingSource.class::isInstance)
          .ifPresent(kind -> offers.add(offer(source, (SearchingSource) kind)));
    }
    return offers;
  }

  private SearchOffer offer(Source source, SearchingSource kind) {
    Opened opened = kinds.open(source, kind, clock.instant());
    long left = kinds.quotaLeft(source, opened.now()).orElse(Long.MAX_VALUE);
    String lacks =
        paused.test(source.id())
            ? "it is paused"
            : left <= LEFT_FOR_LISTENING
                ? "its limit is nearly used up: what is left is for listening"
                : kind.lacks(opened).orElse(null);
    double cost = kind.pricePerPost(opened) * MOST_PAID_POSTS / MICROS;
    return new SearchOffer(source.id(), kind.traits().network(), cost, lacks);
  }

  /**
   * Begins to ask every network that can be asked.
   *
   * @param lists what for: posts with all words of any of them
   * @param maySpend those that charge, too
   */
  Asking begin(
      List<SearchOffer> offers, List<List<String>> lists, Instant since, boolean maySpend) {
    Asking asking = new Asking(System.nanoTime() + patience.toNanos());
    for (SearchOffer offer : offers) {
      if (offer.lacks() == null && (offer.isFree() || maySpend)) {
        int most = offer.isFree() ? MOST_POSTS : MOST_PAID_POSTS;
        AskedNetwork asked = new AskedNetwork(offer, since, most);
        asking.add(asked, threads.submit(() -> ask(asked, lists, since)));
      }
    }
    return asking;
  }

  private void ask(AskedNetwork asked, List<List<String>> lists, Instant since) {
    try {
      Source source =
          kinds.configured().stream()
              .filter(one -> one.id().equals(asked.offer().source()))
              .findFirst()
              .orElseThrow();
      SearchingSource kind = (SearchingSource) kinds.of(source.kind()).orElseThrow();
      int aTime = asked.offer().isFree() ? A_TIME : PAID_A_TIME;
      int most = asked.offer().isFree() ? MOST_ASKED : MOST_PAID_POSTS / PAID_A_TIME;
      for (List<String> words : lists.subList(0, Math.min(most, lists.size()))) {
        if (asked.isFull()) {
          return;
        }
        ask(asked, source, kind, new Sought(words, since, aTime));
      }
    } catch (Fault e) {
      asked.failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | StackOverflowError e) {
      LOG.errorf(e, "search stumbled source=%s", asked.offer().source());
      asked.failed("what it told could not be read");
    }
  }

  private void ask(AskedNetwork asked, Source source, SearchingSource kind, Sought sought)
      throws Fault, InterruptedException {
    Opened opened = kinds.open(source, kind, clock.instant());
    try {
      asked.told(kind.search(opened, sought).posts());
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.SIGNED_OUT || !renewed(kind, opened)) {
        throw e;
      }
      asked.told(kind.search(kinds.open(source, kind, clock.instant()), sought).posts());
    }
  }

  /** A token that has run out is renewed as for the reader; one that is refused is its matter. */
  private boolean renewed(NetworkSource kind, Opened opened) throws Fault, InterruptedException {
    return opened.secret() != null && kinds.renew(kind, opened);
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  /** Networks that are being asked. */
  static final class Asking {
    private final long deadline;
    private final List<AskedNetwork> networks = new ArrayList<>();
    private final List<Future<?>> work = new ArrayList<>();

    private Asking(long deadline) {
      this.deadline = deadline;
    }

    private void add(AskedNetwork network, Future<?> asking) {
      networks.add(network);
      work.add(asking);
    }

    /** Waits until all have told or patience has ended; what came until then counts. */
    List<AskedNetwork> told() {
      for (int i = 0; i < work.size(); i++) {
        AskedNetwork network = networks.get(i);
        try {
          work.get(i).get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          network.failed("it did not answer in time");
        } catch (InterruptedException e) {
          network.failed("it was not waited for");
          Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
          network.failed("what it told could not be read");
        }
        network.end();
        work.get(i).cancel(true);
      }
      return networks;
    }
  }
}
