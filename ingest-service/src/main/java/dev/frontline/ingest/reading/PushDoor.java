package dev.frontline.ingest.reading;

import dev.frontline.ingest.accepting.Arrival;
import dev.frontline.ingest.accepting.Heard;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.parked.ParkedPosts;
import dev.frontline.ingest.parked.ParkedPosts.Unreadable;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PushSource;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.kit.company.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where networks call: a genuine delivery is published before its network gets its answer. */
@ApplicationScoped
public class PushDoor {

  private static final int LONGEST_PARKED = 64 * 1024;

  private final SourceKinds kinds;
  private final Taking taking;
  private final Controls controls;
  private final Heard heard;
  private final ParkedPosts parked;
  private final Clock clock;

  @Inject
  public PushDoor(
      SourceKinds kinds,
      Taking taking,
      Controls controls,
      Heard heard,
      ParkedPosts parked,
      Clock clock) {
    this.kinds = kinds;
    this.taking = taking;
    this.controls = controls;
    this.heard = heard;
    this.parked = parked;
    this.clock = clock;
  }

  /** What became of a delivery. */
  public sealed interface Received {

    /** It is published; {@code posts} of it are new. */
    record Taken(int posts) implements Received {}

    /** It does not come from the network, or nobody knows the secret. */
    record Forged() implements Received {}

    /** It cannot be read; it is parked. */
    record Broken(String reason) implements Received {}

    /** Part of it must be asked for, which does not work now: the network is to send it again. */
    record Unfetched(String reason) implements Received {}

    /** The source rests: the network is to send it again. */
    record Paused() implements Received {}
  }

  /** The kind's code; empty where the source is no network that calls. */
  public Optional<PushSource> of(Source source) {
    return kinds
        .of(source.kind())
        .flatMap(kind -> kind instanceof PushSource push ? Optional.of(push) : Optional.empty());
  }

  /** The answer to a network's question who we are. */
  public Optional<String> greet(Source source, PushSource kind, Delivery question) {
    return kind.greet(kinds.open(source, kind, clock.instant()), question);
  }

  /**
   * @throws org.apache.kafka.common.KafkaException where Kafka is away; it must be sent again
   * @throws com.mongodb.MongoException where the store is away; it must be sent again
   */
  public Received receive(Source source, PushSource kind, Delivery delivery) {
    Instant now = clock.instant();
    Opened opened = kinds.open(source, kind, now);
    if (opened.secret() == null || !kind.genuine(opened, delivery)) {
      return new Received.Forged();
    }
    if (controls.of(source.id()).paused()) {
      return new Received.Paused();
    }
    try {
      Page page = kind.take(opened, delivery);
      int taken = taking.take(opened.source(), page, Arrival.LIVE, now).accepted();
      return fetched(kind, opened, delivery, taken);
    } catch (Fault e) {
      return broken(source, delivery, e.words());
    } catch (IllegalArgumentException | IllegalStateException | StackOverflowError e) {
      return broken(source, delivery, "it cannot be handled: " + e.getClass().getSimpleName());
    }
  }

  private Received fetched(PushSource kind, Opened opened, Delivery delivery, int taken) {
    try {
      Page page = kind.fetch(opened, delivery);
      if (page.equals(Page.nothing(Cursor.START))) {
        return new Received.Taken(taken);
      }
      int fetched = taking.take(opened.source(), page, Arrival.LIVE, opened.now()).accepted();
      return page.more()
          ? new Received.Unfetched("not all that it names could be fetched")
          : new Received.Taken(taken + fetched);
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.SIGNED_OUT || e.kind() == Fault.Kind.FORBIDDEN) {
        heard.needsAttention(opened.id(), e.words());
      } else {
        heard.failed(opened.id(), e.words());
      }
      return new Received.Unfetched(e.words());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Received.Unfetched("the service ends");
    }
  }

  private Received broken(Source source, Delivery delivery, String reason) {
    String raw = new String(delivery.body(), StandardCharsets.UTF_8);
    String begin = raw.substring(0, Math.min(LONGEST_PARKED, raw.length()));
    parked.park(source.id(), List.of(new Unreadable(begin, reason)));
    heard.failed(source.id(), reason);
    return new Received.Broken(reason);
  }
}
