package dev.frontline.routing.incident.tuning;

import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.incident.IncidentEvent;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.routing.incident.store.Incidents;
import dev.frontline.routing.incident.stream.Tuning;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Works out a brand's bars anew when somebody judged an alarm, keeps them and tells the detector. A
 * crash in between is made up for at the next start and once an hour: the detector is told again,
 * and takes the highest version.
 */
public final class BarKeeping {

  private static final Logger LOG = Logger.getLogger(BarKeeping.class);
  private static final int MOST_ROUNDS = 10;

  private final AlarmBars bars;
  private final Incidents incidents;
  private final EventPublisher publisher;
  private final Clock clock;

  BarKeeping(AlarmBars bars, Incidents incidents, EventPublisher publisher, Clock clock) {
    this.bars = bars;
    this.incidents = incidents;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** Learns from an event by which somebody judged an alarm, or saw what none had seen. */
  public void hear(IncidentEvent event) {
    IncidentState state = event.state();
    boolean verdict =
        event instanceof IncidentEvent.IncidentConfirmed
            || event instanceof IncidentEvent.IncidentDismissed
            || event instanceof IncidentEvent.IncidentChanged changed
                && changed.what().equals("verdict");
    if (verdict || state.byHand() && state.version() == 1) {
      refresh(state.brand());
    }
  }

  /** Works them out anew; where nothing is different nothing is written. */
  public BrandBars refresh(String brand) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      BrandBars before = bars.read(brand);
      List<AlarmBar> next = Adapting.bars(incidents.all(brand), before.resetAt(), clock.instant());
      if (next.equals(before.bars())) {
        return before;
      }
      BrandBars after = before.with(next);
      if (bars.write(after)) {
        LOG.infof("alarm bars moved brand=%s version=%d", brand, after.version());
        tell(List.of(after));
        return after;
      }
    }
    throw new IllegalStateException("the bars of " + brand + " were changed by others");
  }

  /** Forgets what moved them: they are as shipped, and only what comes from now on counts. */
  public BrandBars reset(String brand, String by) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      BrandBars after = bars.read(brand).reset(clock.instant(), by);
      if (bars.write(after)) {
        LOG.infof("alarm bars reset brand=%s by=%s", brand, by);
        tell(List.of(after));
        return after;
      }
    }
    throw new IllegalStateException("the bars of " + brand + " were changed by others");
  }

  /** Works all out anew and tells the detector, as at a start. */
  void all(Collection<String> brands) {
    brands.forEach(this::refresh);
    tell(brands.stream().map(bars::read).filter(b -> b.version() > 0).toList());
  }

  private void tell(List<BrandBars> told) {
    try {
      publisher.publish(
          told.stream()
              .map(
                  b ->
                      new ProducerRecord<>(
                          TopicPlan.BASELINES,
                          b.brand(),
                          new Tuning(b.brand(), b.version(), b.factors()).bytes()))
              .toList());
    } catch (KafkaException | IllegalStateException e) {
      LOG.warnf("the detector is told of its bars later fault=%s", e.getMessage());
    }
  }
}
