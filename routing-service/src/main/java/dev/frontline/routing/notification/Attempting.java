package dev.frontline.routing.notification;

import dev.frontline.routing.notification.Delivery.Line;
import dev.frontline.routing.notification.Delivery.State;
import dev.frontline.routing.notification.sink.Answer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a delivery as it is tried. A sink that takes keys is tried until it answers: a
 * second try shows nothing twice. Any other is tried once more after a try of which nobody knows
 * whether it arrived, and never a third time.
 */
public final class Attempting {

  private static final int MOST_UNCERTAIN = 2;

  private static final String GIVEN_UP = "it may be there, and is not sent a third time";

  private Attempting() {}

  /**
   * Takes a delivery in hand.
   *
   * @param holder the instance that does
   * @param lease for how long nobody else may
   * @return the next version: being sent, or given up where an earlier try must not be repeated;
   *     null where it is not its time
   */
  public static @Nullable Delivery claim(
      Delivery delivery, String holder, boolean takesKeys, Duration lease, Instant now) {
    Instant due = delivery.leaseUntil() == null ? delivery.notBefore() : delivery.leaseUntil();
    if (delivery.state().ended() || delivery.state() == State.COLLECTED || now.isBefore(due)) {
      return null;
    }
    if (delivery.state() == State.QUEUED) {
      return sending(delivery, holder, delivery.uncertain(), lease, now, "handed over");
    }
    String stopped = delivery.holder() + " stopped while sending it; ";
    int uncertain = delivery.uncertain() + 1;
    if (takesKeys) {
      return sending(
          delivery, holder, uncertain, lease, now, stopped + "sent again under the same key");
    }
    if (uncertain >= MOST_UNCERTAIN) {
      return ended(
          delivery, State.UNKNOWN, delivery.attempts(), uncertain, holder, now, stopped + GIVEN_UP);
    }
    return sending(
        delivery, holder, uncertain, lease, now, stopped + "sent once more, it may be there twice");
  }

  /**
   * Notes what the sink said to a delivery in hand.
   *
   * @param pause how long to wait before another try
   * @param giveUpAfter how long after it was told it is tried
   */
  public static Delivery settle(
      Delivery delivery,
      Answer answer,
      boolean takesKeys,
      Duration pause,
      Duration giveUpAfter,
      Instant now) {
    String by = String.valueOf(delivery.holder());
    int tried = delivery.attempts();
    int uncertain = delivery.uncertain();
    if (answer instanceof Answer.Taken) {
      return ended(delivery, State.SENT, tried, uncertain, by, now, answer.why());
    }
    if (answer instanceof Answer.Refused) {
      return ended(delivery, State.FAILED, tried, uncertain, by, now, answer.why());
    }
    if (answer instanceof Answer.Lost) {
      uncertain++;
      if (!takesKeys && uncertain >= MOST_UNCERTAIN) {
        return ended(
            delivery, State.UNKNOWN, tried, uncertain, by, now, answer.why() + "; " + GIVEN_UP);
      }
    }
    if (!now.isBefore(delivery.createdAt().plus(giveUpAfter))) {
      String words = answer.why() + "; given up after " + tried + " tries";
      State state = uncertain > 0 && !takesKeys ? State.UNKNOWN : State.FAILED;
      return ended(delivery, state, tried, uncertain, by, now, words);
    }
    return delivery.next(
        State.QUEUED,
        now.plus(pause),
        tried,
        uncertain,
        null,
        null,
        null,
        new Line(now, by, answer.why() + "; next try at " + now.plus(pause)));
  }

  /** A person has an ended delivery sent again, whatever became of it. */
  public static @Nullable Delivery replay(Delivery delivery, String person, Instant now) {
    if (!delivery.state().ended()) {
      return null;
    }
    return delivery.again(now, new Line(now, person, "has it sent again"));
  }

  /** The post that it quoted was withdrawn, or its author erased: only that it was stays. */
  static Delivery redacted(Delivery delivery, Instant now) {
    Delivery next =
        delivery.next(
            delivery.state(),
            delivery.notBefore(),
            delivery.attempts(),
            delivery.uncertain(),
            delivery.holder(),
            delivery.leaseUntil(),
            delivery.endedAt(),
            new Line(now, "system", "its words were taken out: the post is gone"));
    return next.with(delivery.notice().redacted());
  }

  /** What missed its digest goes out by itself. */
  public static Delivery alone(Delivery collected, Instant now) {
    return collected.next(
        State.QUEUED,
        now,
        collected.attempts(),
        collected.uncertain(),
        null,
        null,
        null,
        new Line(now, "digest", "came too late for the digest, goes out by itself"));
  }

  /** Notes on what was collected what became of the digest that gathered it. */
  public static Delivery gathered(Delivery collected, Delivery digest, Instant now) {
    return ended(
        collected,
        digest.state(),
        digest.attempts(),
        digest.uncertain(),
        "digest",
        now,
        "went with the digest");
  }

  private static Delivery sending(
      Delivery delivery, String holder, int uncertain, Duration lease, Instant now, String what) {
    return delivery.next(
        State.SENDING,
        delivery.notBefore(),
        delivery.attempts() + 1,
        uncertain,
        holder,
        now.plus(lease),
        null,
        new Line(now, holder, what));
  }

  private static Delivery ended(
      Delivery delivery,
      State state,
      int attempts,
      int uncertain,
      String by,
      Instant now,
      String what) {
    return delivery.next(
        state, delivery.notBefore(), attempts, uncertain, null, null, now, new Line(now, by, what));
  }
}
