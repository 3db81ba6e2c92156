package dev.frontline.routing.incident.desk;

import dev.frontline.contracts.incident.IncidentEvent;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.routing.incident.life.IncidentDecision;
import dev.frontline.routing.incident.life.IncidentDecision.Changed;
import dev.frontline.routing.incident.store.IncidentDocument;
import dev.frontline.routing.incident.store.Incidents;
import dev.frontline.routing.notification.Notices;
import dev.frontline.routing.store.OutboxEntry;
import dev.frontline.routing.timer.Timers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Changes one incident at a time: reads, lets it be decided, sets timers, writes under guard, tells
 * people and the topic. What a crash cuts off is made up for: a timer looks whether it is still
 * wanted, and the outbox is told again, to the same notices and the same events.
 */
public final class IncidentWriter {

  private static final Logger LOG = Logger.getLogger(IncidentWriter.class);
  private static final int MOST_ROUNDS = 20;

  private final Incidents incidents;
  private final Timers timers;
  private final Notices notices;
  private final IncidentNotices wording;
  private final EventPublisher publisher;
  private final Consumer<IncidentEvent> judged;
  private final Clock clock;

  /**
   * @param judged learns from what people say of alarms
   */
  IncidentWriter(
      Incidents incidents,
      Timers timers,
      Notices notices,
      IncidentNotices wording,
      EventPublisher publisher,
      Consumer<IncidentEvent> judged,
      Clock clock) {
    this.incidents = incidents;
    this.timers = timers;
    this.notices = notices;
    this.wording = wording;
    this.publisher = publisher;
    this.judged = judged;
    this.clock = clock;
  }

  /** As {@link #change(String, Function, UnaryOperator)}, with nothing else to keep. */
  IncidentDecision change(String id, Function<@Nullable IncidentState, IncidentDecision> decide) {
    return change(id, decide, UnaryOperator.identity());
  }

  /**
   * Decides again on the newer state where somebody else was faster.
   *
   * @param decide from null where there is no such incident
   * @param keep what else is noted in its document
   * @throws IllegalStateException where others were faster 20 times in a row
   */
  IncidentDecision change(
      String id,
      Function<@Nullable IncidentState, IncidentDecision> decide,
      UnaryOperator<IncidentDocument> keep) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Optional<IncidentDocument> read = incidents.read(id);
      IncidentState before = read.map(IncidentDocument::state).orElse(null);
      IncidentDecision decision = decide.apply(before);
      if (!(decision instanceof Changed changed)) {
        return decision;
      }
      timers.set(changed.timers());
      IncidentDocument next =
          keep.apply(IncidentDocument.after(read.orElse(null), changed.state(), changed.events()));
      long version = before == null ? 0 : before.version();
      if (incidents.write(next, version, clock.instant())) {
        tell(next);
        return decision;
      }
    }
    throw new IllegalStateException("incident " + id + " was changed by others 20 times in a row");
  }

  /** Tells what a crash left untold. */
  void tellLeftOver(Instant writtenBefore) {
    incidents.untold(writtenBefore).forEach(this::tell);
  }

  private void tell(IncidentDocument document) {
    try {
      for (IncidentEvent event : wording.events(document.outbox())) {
        notices.tell(wording.of(event));
        judged.accept(event);
      }
      publisher.publish(document.outbox().stream().map(OutboxEntry::record).toList());
      incidents.clear(document);
    } catch (KafkaException | IllegalStateException e) {
      LOG.warnf(
          "incident will be told later incident=%s version=%d fault=%s",
          document.state().id(), document.state().version(), e.getMessage());
    }
  }

  /** Reads the stored state. */
  Optional<IncidentState> find(String id) {
    return incidents.read(id).map(IncidentDocument::state);
  }

  List<IncidentState> ended(String brand) {
    return incidents.ended(brand);
  }
}
