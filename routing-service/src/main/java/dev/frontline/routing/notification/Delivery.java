package dev.frontline.routing.notification;

import dev.frontline.contracts.Lists;
import dev.frontline.contracts.mention.MentionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One notice on its way to one recipient of one sink.
 *
 * @param id what makes it one, see {@link #idOf}
 * @param version grows by one with each change; every write is guarded by it
 * @param recipient id of a person, empty for the sink's own channel
 * @param notBefore when it may be tried next
 * @param attempts how often it was handed to the sink
 * @param uncertain after how many of those nobody knows whether it arrived
 * @param holder instance that is sending it, null where none is
 * @param leaseUntil until when nobody else may send it, null where nobody does
 * @param endedAt when it was sent or given up, null before
 * @param digest id of the delivery that gathers it, null where it goes out by itself
 * @param gathers whether it sends what was collected for it rather than its own notice
 * @param round how often a person had it sent again
 * @param log what happened to it, oldest first; the latest {@value #MOST_LINES}
 */
public record Delivery(
    String id,
    long version,
    Notice notice,
    String sink,
    String recipient,
    State state,
    Instant createdAt,
    Instant notBefore,
    int attempts,
    int uncertain,
    @Nullable String holder,
    @Nullable Instant leaseUntil,
    @Nullable Instant endedAt,
    @Nullable String digest,
    boolean gathers,
    int round,
    List<Line> log) {

  static final int MOST_LINES = 40;

  /** Between the end of a digest's time and its sending: who collects for it is done by then. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  public Delivery {
    log = Lists.copy(log);
  }

  /** Where a delivery stands. */
  public enum State {
    /** Waits for its turn, for a quiet hour's end or for a sink that is away. */
    QUEUED,
    /** Waits to be sent with others as one digest. */
    COLLECTED,
    /** Somebody is sending it, or stopped while doing so. */
    SENDING,
    SENT,
    /** Refused for good, or tried for too long. */
    FAILED,
    /** Nobody knows whether it arrived, and sending it again might make it three. */
    UNKNOWN;

    public boolean ended() {
      return this == SENT || this == FAILED || this == UNKNOWN;
    }
  }

  /**
   * A line of the delivery log.
   *
   * @param by the instance or person
   */
  public record Line(Instant at, String by, String what) {}

  /** The same for the same notice, sink and recipient, whoever asks. */
  public static String idOf(String noticeId, String sink, String recipient) {
    return noticeId + "|" + sink + "|" + recipient;
  }

  /** One that waits for its turn. */
  public static Delivery queued(
      Notice notice, String sink, String recipient, Instant notBefore, Instant now) {
    return new Delivery(
        idOf(notice.id(), sink, recipient),
        1,
        notice,
        sink,
        recipient,
        State.QUEUED,
        now,
        notBefore,
        0,
        0,
        null,
        null,
        null,
        null,
        false,
        0,
        List.of());
  }

  /**
   * The delivery as part of a digest that goes out when it would have, and that digest. The
   * digest's id follows from sink, recipient and time, so all that is collected until then has the
   * same.
   */
  public static List<Delivery> collected(Delivery one) {
    String digest = idOf("digest@" + one.notBefore(), one.sink(), one.recipient());
    Instant late = one.notBefore().plus(GRACE);
    return List.of(
        one.in(State.COLLECTED, one.id(), one.notBefore(), digest, false),
        one.in(State.QUEUED, digest, late, null, true));
  }

  /** The same, not yet tried, at another time. */
  Delivery due(Instant at) {
    return in(state, id, at, digest, gathers);
  }

  /** The same with other words. */
  Delivery with(Notice other) {
    DeliveryDraft draft = new DeliveryDraft(this);
    draft.notice = other;
    return draft.done();
  }

  private Delivery in(
      State state, String id, Instant notBefore, @Nullable String digest, boolean gathers) {
    DeliveryDraft draft = new DeliveryDraft(this);
    draft.state = state;
    draft.id = id;
    draft.notBefore = notBefore;
    draft.digest = digest;
    draft.gathers = gathers;
    return draft.done();
  }

  /** Whether it is in the same hands, at the same try. */
  public boolean isSameTry(Delivery other) {
    return state == State.SENDING
        && other.state == State.SENDING
        && attempts == other.attempts
        && Objects.equals(holder, other.holder)
        && Objects.equals(leaseUntil, other.leaseUntil);
  }

  /** The key by which sinks know it: the same at every try. */
  public String key() {
    return "ntc_" + MentionKey.hash(round == 0 ? id : id + "|" + round);
  }

  /** The same with a clean slate, as a person asks for; with a new key where it was sent before. */
  Delivery again(Instant now, Line line) {
    DeliveryDraft draft = new DeliveryDraft(this).next(line);
    draft.state = State.QUEUED;
    draft.createdAt = now;
    draft.notBefore = now;
    draft.attempts = 0;
    draft.uncertain = 0;
    draft.holder = null;
    draft.leaseUntil = null;
    draft.endedAt = null;
    draft.round = state == State.SENT ? round + 1 : round;
    return draft.done();
  }

  /** The same, changed once more. */
  Delivery next(
      State state,
      Instant notBefore,
      int attempts,
      int uncertain,
      @Nullable String holder,
      @Nullable Instant leaseUntil,
      @Nullable Instant endedAt,
      Line line) {
    DeliveryDraft draft = new DeliveryDraft(this).next(line);
    draft.state = state;
    draft.notBefore = notBefore;
    draft.attempts = attempts;
    draft.uncertain = uncertain;
    draft.holder = holder;
    draft.leaseUntil = leaseUntil;
    draft.endedAt = endedAt;
    return draft.done();
  }
}
