package dev.frontline.classify.opinion;

import dev.frontline.classify.publishing.ClassifiedRecords;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.ClassifyEvent.MentionClassified;
import dev.frontline.contracts.classification.ClassifyEvent.MentionReclassified;
import dev.frontline.kit.kafka.EventPublisher;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks in a thread of its own about posts that are published already: a batch never waits. Posts
 * that find the line full, and those in it when the service stops, stay unsure: a person decides.
 */
@ApplicationScoped
public class OpinionDesk {

  private static final Logger LOG = Logger.getLogger(OpinionDesk.class);
  private static final int LINE = 100;

  private final OpinionConfig config;
  private final OpinionBudget budget;
  private final EventPublisher publisher;
  private final Clock clock;
  private final BlockingQueue<MentionClassified> line = new ArrayBlockingQueue<>(LINE);
  private volatile @Nullable Thread asking;

  @Inject
  OpinionDesk(OpinionConfig config, OpinionBudget budget, EventPublisher publisher, Clock clock) {
    this.config = config;
    this.budget = budget;
    this.publisher = publisher;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    config.url().ifPresent(this::startAsking);
  }

  private void startAsking(URI url) {
    SecondOpinion opinion =
        new SecondOpinion(
            new Endpoint(config, url),
            config.model(),
            now -> budget.take(config.dailyBudget(), now),
            config.remembered());
    Thread thread = new Thread(() -> run(opinion), "second-opinion");
    thread.setDaemon(true);
    asking = thread;
    thread.start();
    LOG.infof("second opinions are asked for at=%s model=%s", url.getHost(), config.model());
  }

  void stop(@Observes ShutdownEvent stopped) {
    Thread thread = asking;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** Puts the unsure among what was judged for the first time in the line, where there is room. */
  public void offer(Collection<ClassifyEvent> judged) {
    if (asking == null) {
      return;
    }
    for (ClassifyEvent event : judged) {
      if (event instanceof MentionClassified e
          && SecondOpinion.isWanted(e.mention(), e.classification())) {
        line.offer(e);
      }
    }
  }

  private void run(SecondOpinion opinion) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        MentionClassified next = line.take();
        Instant now = clock.instant();
        Optional<MentionReclassified> again =
            opinion.on(next.mention(), next.classification(), now);
        again.ifPresent(event -> publish(event, now));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        LOG.warnf("a second opinion was not taken fault=%s", e.getMessage());
      }
    }
  }

  private void publish(MentionReclassified event, Instant now) {
    String id = event.mentionId() + "#" + event.networkVersion() + "#opinion";
    publisher.publish(List.of(ClassifiedRecords.record(id, now, event)));
  }
}
