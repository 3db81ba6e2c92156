package dev.frontline.ingest.reading;

import dev.frontline.ingest.accepting.Heard;
import dev.frontline.ingest.account.AccountChanged;
import dev.frontline.ingest.lease.Leases;
import dev.frontline.ingest.listening.Listens;
import dev.frontline.ingest.parked.ParkedPosts;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.ingest.source.StreamSource;
import dev.frontline.kit.company.Source;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gives every configured source its turns: each on its own, none waiting for another. */
@ApplicationScoped
class Readers {

  private static final Logger LOG = Logger.getLogger(Readers.class);
  private static final long TICK_MS = 100;
  private static final Duration AFTER_A_SHOCK = Duration.ofMinutes(1);
  private static final Instant NEVER = Instant.MAX;

  private final SourceKinds kinds;
  private final Tools tools;
  private final Lines lines;
  private final Clock clock;
  private final List<Turns> all = new ArrayList<>();
  private final ScheduledExecutorService ticking =
      Executors.newSingleThreadScheduledExecutor(daemon("reading-clock"));
  private final ExecutorService threads = Executors.newCachedThreadPool(daemon("reading"));

  @Inject
  Readers(
      SourceKinds kinds,
      Taking taking,
      Rechecking rechecking,
      Cursors cursors,
      Leases leases,
      Controls controls,
      Heard heard,
      ParkedPosts parked,
      Listens listens,
      Clock clock) {
    this.kinds = kinds;
    this.clock = clock;
    this.lines = new HttpLines(clock);
    this.tools =
        new Tools(
            kinds,
            taking,
            new Enriching(listens),
            rechecking,
            cursors,
            leases,
            controls,
            heard,
            parked,
            () -> ThreadLocalRandom.current().nextLong());
  }

  void start(@Observes StartupEvent event) {
    for (Source source : kinds.configured()) {
      all.add(new Turns(source, reader(source)));
    }
    if (!all.isEmpty()) {
      ticking.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }
  }

  /** By stream where it can be, else by asking; null where its network tells. */
  private @Nullable Reader reader(Source source) {
    NetworkSource kind = kinds.of(source.kind()).orElseThrow();
    Opened opened = kinds.open(source, kind, clock.instant());
    if (kind instanceof StreamSource stream && stream.streams(opened)) {
      return new StreamReader(source, stream, tools, lines);
    }
    return kind instanceof PollSource poll && poll.polls(opened)
        ? new PollReader(source, poll, tools)
        : null;
  }

  /** Another token may open another way to read it: it begins anew where its cursor stands. */
  void changed(@Observes AccountChanged event) {
    for (Turns one : all) {
      if (one.source.id().equals(event.source())) {
        one.anew = true;
        one.dueAt = Instant.MIN;
      }
    }
  }

  private void tick() {
    Instant now = clock.instant();
    for (Turns one : all) {
      if (!one.dueAt.isAfter(now) && one.running.compareAndSet(false, true)) {
        threads.execute(() -> turn(one));
      }
    }
  }

  private void turn(Turns one) {
    try {
      if (one.anew) {
        one.anew = false;
        one.close();
        one.reader = reader(one.source);
      }
      Reader reader = one.reader;
      Instant due = reader == null ? NEVER : reader.turn(clock.instant());
      one.dueAt = one.anew ? Instant.MIN : due;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | StackOverflowError e) {
      LOG.errorf(e, "reader stumbled source=%s", one.source.id());
      one.dueAt = clock.instant().plus(AFTER_A_SHOCK);
    } finally {
      one.running.set(false);
    }
  }

  @PreDestroy
  void stop() {
    ticking.shutdownNow();
    threads.shutdownNow();
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    all.forEach(Turns::close);
  }

  private static ThreadFactory daemon(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** One source's reader and when it is due. */
  private static final class Turns {
    private final Source source;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable Reader reader;
    private volatile Instant dueAt = Instant.MIN;
    private volatile boolean anew;

    Turns(Source source, @Nullable Reader reader) {
      this.source = source;
      this.reader = reader;
    }

    void close() {
      Reader open = reader;
      if (open != null) {
        open.close();
      }
    }
  }
}
