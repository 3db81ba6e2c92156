package dev.frontline.local.bench;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.casefile.RoutingEvent;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which mentions have an outcome: routing publishes one on {@code mentions.routed} only once it,
 * and its case, are stored.
 */
public final class RoutedWatch implements AutoCloseable {

  private final String prefix;
  private final Map<String, MentionRouted> first = new ConcurrentHashMap<>();
  private final Map<String, MentionRouted> latest = new ConcurrentHashMap<>();
  private final TopicFollower<RoutingEvent> follower;
  private volatile Instant lastNew = Instant.EPOCH;

  /**
   * @param kafka {@code host:port}
   * @param prefix how the ids of the watched mentions begin: earlier ones are still judged again
   */
  public RoutedWatch(String kafka, String prefix) {
    this.prefix = prefix;
    follower = new TopicFollower<>(kafka, TopicPlan.ROUTED, EventFamily.ROUTED, this::note);
  }

  private void note(RoutingEvent event) {
    if (event instanceof MentionRouted routed && routed.mentionId().startsWith(prefix)) {
      latest.put(routed.mentionId(), routed);
      if (first.putIfAbsent(routed.mentionId(), routed) == null) {
        lastNew = Instant.now();
      }
    }
  }

  /** Mentions seen with an outcome so far, each once. */
  public int seen() {
    return first.size();
  }

  /** When the latest mention was seen that had not been seen before. */
  public Instant lastNew() {
    return lastNew;
  }

  /** The first outcome of a mention. */
  public Optional<MentionRouted> firstOf(String mentionId) {
    return Optional.ofNullable(first.get(mentionId));
  }

  /** How many mentions have each outcome now. */
  public Map<Outcome, Integer> tally() {
    Map<Outcome, Integer> tally = new EnumMap<>(Outcome.class);
    latest.values().forEach(routed -> tally.merge(routed.outcome(), 1, Integer::sum));
    return tally;
  }

  /**
   * Waits until that many mentions have an outcome.
   *
   * @return whether they have before the time is up
   */
  public boolean await(int mentions, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (first.size() < mentions) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(5);
    }
    return true;
  }

  @Override
  public void close() throws InterruptedException {
    follower.close();
  }
}
