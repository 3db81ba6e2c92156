package dev.frontline.ingest.reading;

import dev.frontline.ingest.accepting.Heard;
import dev.frontline.ingest.lease.Leases;
import dev.frontline.ingest.listening.Listens;
import dev.frontline.ingest.parked.ParkedPosts;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.ingest.source.StreamSource;
import dev.frontline.kit.company.Company;
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

/** Gives every configured source its turns: each on its own, none waiting for another. */
@ApplicationScoped
class Readers {

  private static final Logger LOG = Logger.getLogger(Readers.class);
  private static final long TICK_MS = 100;
  private static final Duration AFTER_A_SHOCK = Duration.ofMinutes(1);

  private final SourceKinds kinds;
  private final Tools tools;
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
    Lines lines = new HttpLines(clock);
    for (Company.Source source : kinds.configured()) {
      NetworkSource kind = kinds.of(source.kind()).orElseThrow();
      Opened opened = kinds.open(source, kind, clock.instant());
      if (kind instanceof StreamSource stream && stream.streams(opened)) {
        all.add(new Turns(source.id(), new StreamReader(source, stream, tools, lines)));
      } else if (kind instanceof PollSource poll && poll.polls(opened)) {
        all.add(new Turns(source.id(), new PollReader(source, poll, tools)));
      }
    }
    if (!all.isEmpty()) {
      ticking.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
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
      one.dueAt = one.reader.turn(clock.instant());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | StackOverflowError e) {
      LOG.errorf(e, "reader stumbled source=%s", one.source);
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
    all.forEach(one -> one.reader.close());
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
    private final String source;
    private final Reader reader;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Instant dueAt = Instant.MIN;

    Turns(String source, Reader reader) {
      this.source = source;
      this.reader = reader;
    }
  }
}
