package dev.frontline.classify.learning;

import dev.frontline.classify.lease.Leases;
import dev.frontline.classify.model.Active;
import dev.frontline.classify.model.Priors;
import dev.frontline.classify.rows.ConfirmedRows;
import dev.frontline.classify.rows.Say;
import dev.frontline.classify.rows.TrainingRow;
import dev.frontline.contracts.model.ModelEvent.ModelActivated;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Learns on schedule and on demand, one instance at a time; a candidate that passes the gate judges
 * at once, one that does not is kept with the reasons.
 */
@ApplicationScoped
class Learning {

  private static final Logger LOG = Logger.getLogger(Learning.class);
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final String JOB = "retrain";

  /** Who asks where nobody does. */
  static final String SCHEDULE = "schedule";

  private final Rows rows;
  private final ConfirmedRows confirmed;
  private final Priors priors;
  private final Active active;
  private final ModelStore store;
  private final ModelTopic topic;
  private final Leases leases;
  private final LearningConfig config;
  private final Clock clock;
  private final ReentrantLock here = new ReentrantLock();
  private @Nullable Retraining retraining;

  @Inject
  Learning(
      Rows rows,
      ConfirmedRows confirmed,
      Priors priors,
      Active active,
      ModelStore store,
      ModelTopic topic,
      Leases leases,
      LearningConfig config,
      Clock clock) {
    this.rows = rows;
    this.confirmed = confirmed;
    this.priors = priors;
    this.active = active;
    this.store = store;
    this.topic = topic;
    this.leases = leases;
    this.config = config;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Outcome {

    /** A version was learned and is kept; it judges where it passed. */
    record Learned(ModelVersion version) implements Outcome {}

    /** Another instance, or another request, is at it. */
    record Busy() implements Outcome {}

    /** Nobody has said anything that may be learned from. */
    record NothingSaid() implements Outcome {}
  }

  @Scheduled(
      every = "{frontline.learning.every}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void onSchedule() {
    confirmed.forgetBefore(clock.instant().minus(config.leftStandingCountsFor()));
    if (news() >= config.leastNews()) {
      retrain(SCHEDULE);
    }
  }

  /**
   * Learns from all that may be learned from.
   *
   * @param by who asks
   */
  Outcome retrain(String by) {
    if (!here.tryLock()) {
      return new Outcome.Busy();
    }
    try {
      if (!leases.take(JOB, clock.instant(), LEASE)) {
        return new Outcome.Busy();
      }
      return learn(by);
    } finally {
      leases.give(JOB);
      here.unlock();
    }
  }

  private Outcome learn(String by) {
    List<TrainingRow> all = rows.all();
    if (all.stream().allMatch(row -> row.heldOut() || !hasWord(row))) {
      return new Outcome.NothingSaid();
    }
    if (retraining == null) {
      retraining = new Retraining(priors);
    }
    Instant started = clock.instant();
    Retraining.Candidate candidate = retraining.train(all, active.get(), nextRevision());
    ModelVersion version = version(candidate, all, by, clock.instant());
    store.add(version, candidate.adaptation());
    LOG.infof(
        "model learned version=%s passed=%b posts=%d words=%d ms=%d",
        version.id(),
        version.passed(),
        version.learned().posts(),
        version.learned().words(),
        Duration.between(started, clock.instant()).toMillis());
    if (version.passed()) {
      activate(version);
    }
    return new Outcome.Learned(version);
  }

  private void activate(ModelVersion version) {
    try {
      topic.activate(
          new ModelActivated(version.id(), clock.instant(), version.by(), "no label got worse"));
    } catch (KafkaException e) {
      LOG.warnf("model waits to be activated version=%s fault=%s", version.id(), e.getMessage());
    }
  }

  /** How much was said since the last version of this shipped model was learned. */
  private long news() {
    long then =
        store.all().stream()
            .filter(version -> version.base().equals(priors.base()))
            .mapToLong(ModelVersion::changes)
            .findFirst()
            .orElse(0);
    return Math.abs(changes(rows.all()) - then);
  }

  private int nextRevision() {
    return 1
        + store.all().stream()
            .filter(version -> version.base().equals(priors.base()))
            .mapToInt(ModelVersion::revision)
            .max()
            .orElse(0);
  }

  private ModelVersion version(
      Retraining.Candidate candidate, List<TrainingRow> all, String by, Instant at) {
    return new ModelVersion(
        candidate.adaptation().name(priors.base()),
        priors.base(),
        candidate.adaptation().revision(),
        at,
        by,
        candidate.admission().passed(),
        topic.judging(),
        candidate.learned(),
        candidate.leftOut(),
        candidate.admission().labels(),
        candidate.admission().reasons(),
        changes(all));
  }

  private static boolean hasWord(TrainingRow row) {
    return row.says().values().stream().anyMatch(Say::isWord);
  }

  private static long changes(List<TrainingRow> rows) {
    return rows.stream().mapToLong(TrainingRow::changes).sum();
  }
}
