package dev.frontline.routing.notification.lane;

import dev.frontline.routing.notification.Attempting;
import dev.frontline.routing.notification.Deliveries;
import dev.frontline.routing.notification.Delivery;
import dev.frontline.routing.notification.sink.Answer;
import dev.frontline.routing.notification.sink.Message;
import dev.frontline.routing.notification.sink.Sender;
import dev.frontline.routing.notification.sink.Wording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Sends what is due for one sink, one at a time, the most pressing first. Plain and driven from
 * outside: {@link #step} does what can be done now.
 */
public final class Lane {

  private static final Logger LOG = Logger.getLogger(Lane.class);
  private static final int AT_A_TIME = 20;

  private final String sink;
  private final String instance;
  private final Sender sender;
  private final Deliveries deliveries;
  private final Function<Delivery, Wording> wording;
  private final Duration giveUpAfter;
  private final Clock clock;
  private final DoubleSupplier random;
  private final Circuit circuit;
  private final Outcomes outcomes;

  /**
   * @param instance who sends; stands in leases and the log
   * @param wording what a delivery says
   * @param giveUpAfter how long after it was told a delivery is tried
   * @param random from 0 to 1, for pauses
   */
  public Lane(
      String sink,
      String instance,
      Sender sender,
      Deliveries deliveries,
      Function<Delivery, Wording> wording,
      Duration giveUpAfter,
      Clock clock,
      DoubleSupplier random) {
    this(
        sink,
        instance,
        sender,
        deliveries,
        wording,
        giveUpAfter,
        clock,
        random,
        (name, delivery) -> {});
  }

  /**
   * As the other, and tells what came of every try.
   *
   * @param outcomes hears of it
   */
  public Lane(
      String sink,
      String instance,
      Sender sender,
      Deliveries deliveries,
      Function<Delivery, Wording> wording,
      Duration giveUpAfter,
      Clock clock,
      DoubleSupplier random,
      Outcomes outcomes) {
    this.sink = sink;
    this.instance = instance;
    this.sender = sender;
    this.deliveries = deliveries;
    this.wording = wording;
    this.giveUpAfter = giveUpAfter;
    this.clock = clock;
    this.random = random;
    this.circuit = new Circuit(sink, random, clock.instant());
    this.outcomes = outcomes;
  }

  /** Hears what came of a try, once it is noted. */
  @FunctionalInterface
  public interface Outcomes {
    void noted(String sink, Delivery delivery);
  }

  public String sink() {
    return sink;
  }

  public SinkState state() {
    return circuit.state();
  }

  /**
   * Sends the first of what is due, if the sink may be spoken to.
   *
   * @return when to look again at the latest; in the past where there may be more at once
   */
  public Instant step() {
    Instant now = clock.instant();
    if (now.isBefore(circuit.until())) {
      return circuit.until();
    }
    List<String> due = deliveries.due(sink, now, AT_A_TIME);
    if (due.isEmpty()) {
      return Instant.MAX;
    }
    if (circuit.doubtful() && !sender.takesKeys()) {
      if (!sender.answers()) {
        circuit.heard(new Answer.Lost("still does not answer"), sender.pace(), clock.instant());
        return circuit.until();
      }
      circuit.answered();
    }
    for (String id : due) {
      if (tried(id)) {
        return circuit.until();
      }
    }
    return Instant.EPOCH;
  }

  /** Whether the sink was spoken to; not where somebody else has the delivery, or it is over. */
  private boolean tried(String id) {
    Optional<Delivery> known = deliveries.find(id);
    if (known.isEmpty()) {
      deliveries.forget(id);
      return false;
    }
    Duration lease = sender.timeout().multipliedBy(2).plusSeconds(10);
    Delivery claimed =
        Attempting.claim(known.get(), instance, sender.takesKeys(), lease, clock.instant());
    if (claimed == null) {
      deliveries.point(known.get());
      return false;
    }
    if (!deliveries.write(claimed)) {
      return false;
    }
    if (claimed.state().ended()) {
      outcomes.noted(sink, claimed);
      return false;
    }
    Wording say = wording.apply(claimed);
    Answer answer = say.message() == null ? say.instead() : sent(claimed, say.message());
    Instant now = clock.instant();
    Duration pause =
        longer(
            circuit.heard(answer, sender.pace(), now),
            Backoff.after(claimed.attempts(), random.getAsDouble()));
    settle(claimed, answer, pause, now);
    return true;
  }

  /** Words may be taken out of it while it is sent; only who took it over has the last word. */
  private void settle(Delivery claimed, Answer answer, Duration pause, Instant now) {
    Optional<Delivery> ours = Optional.of(claimed);
    while (ours.isPresent()) {
      Delivery settled =
          Attempting.settle(ours.get(), answer, sender.takesKeys(), pause, giveUpAfter, now);
      if (deliveries.write(settled)) {
        outcomes.noted(sink, settled);
        over(settled);
        return;
      }
      ours = deliveries.find(claimed.id()).filter(d -> d.isSameTry(claimed));
    }
    LOG.warnf("delivery was taken over meanwhile sink=%s notice=%s", sink, claimed.notice().id());
  }

  /** A long pause of the whole process since the claim may have cost the lease. */
  private Answer sent(Delivery claimed, Message message) {
    Instant until = claimed.leaseUntil();
    if (until == null || clock.instant().plus(sender.timeout()).isAfter(until)) {
      return new Answer.Postponed("not handed over in time");
    }
    try {
      return sender.send(message);
    } catch (RuntimeException e) {
      // One that cannot be sent must not hold up the rest for good.
      return new Answer.Lost("failed on our side (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void over(Delivery settled) {
    if (settled.state().ended() && settled.state() != Delivery.State.SENT) {
      LOG.warnf(
          "notice not delivered sink=%s notice=%s state=%s tries=%d",
          sink, settled.notice().id(), settled.state(), settled.attempts());
    }
    if (settled.gathers() && settled.state().ended()) {
      deliveries.collectedFor(settled.id()).stream()
          .map(collected -> Attempting.gathered(collected, settled, clock.instant()))
          .forEach(deliveries::write);
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
