package dev.frontline.ingest.reading;

import com.mongodb.MongoException;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.parked.ParkedPosts.Unreadable;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.Opened;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is done when a source cannot be read: wait, sign in again, set aside, call a person. */
final class Mending {

  private static final Logger LOG = Logger.getLogger(Mending.class);

  static final Duration UNTIL_SIGNED_IN = Duration.ofMinutes(5);
  static final Duration UNTIL_ALLOWED = Duration.ofMinutes(15);
  static final Duration UNTIL_BACK = Duration.ofDays(1);

  /** A token that is refused right after it was renewed is not renewed again. */
  private static final Duration RENEWAL = Duration.ofMinutes(1);

  /** So long without trouble, and the next failure counts as the first. */
  private static final Duration HEALTH = Duration.ofSeconds(60);

  private static final int LONGEST_PARKED = 64 * 1024;

  private final String source;
  private final NetworkSource kind;
  private final Tools tools;
  private final BackOff backOff;
  private int failures;
  private @Nullable Instant failedAt;
  private @Nullable Instant renewedAt;

  Mending(String source, NetworkSource kind, Tools tools) {
    this.source = source;
    this.kind = kind;
    this.tools = tools;
    this.backOff = new BackOff(tools.random());
  }

  /** A reading worked. */
  void worked(Instant now) {
    if (failedAt != null && !failedAt.plus(HEALTH).isAfter(now)) {
      failures = 0;
    }
  }

  /** When to try again after the network failed us. */
  Instant after(Fault fault, Opened opened) throws InterruptedException {
    Instant now = opened.now();
    LOG.warnf("source cannot be read source=%s kind=%s", source, fault.kind());
    return switch (fault.kind()) {
      case BUSY -> {
        Instant until = fault.until().orElseGet(() -> next(now));
        tools.heard().failed(source, fault.words() + "; it is asked again at " + until);
        yield until;
      }
      case SIGNED_OUT -> signedOut(fault, opened);
      case FORBIDDEN -> {
        tools.heard().needsAttention(source, fault.words() + "; its token may not do that");
        yield now.plus(UNTIL_ALLOWED);
      }
      case GONE -> {
        tools.heard().needsAttention(source, fault.words() + "; it is gone for good");
        yield now.plus(UNTIL_BACK);
      }
      case SPENT -> {
        tools.heard().needsAttention(source, fault.words());
        Instant look = now.plus(UNTIL_ALLOWED);
        yield fault.until().filter(look::isAfter).orElse(look);
      }
      case BROKEN -> {
        setAside(fault);
        yield failed(fault.words(), now);
      }
      case MISSING, REFUSED, UNREACHABLE -> failed(fault.words(), now);
    };
  }

  /**
   * When to try again after something else went wrong: a neighbour is away, or nobody foresaw it.
   */
  Instant after(RuntimeException fault, Instant now) {
    if (fault instanceof KafkaException || fault instanceof MongoException) {
      LOG.warnf("source waits for its neighbours source=%s", source);
      return failed("the broker or the store is away; it is read again", now);
    }
    LOG.errorf(fault, "source cannot be read source=%s", source);
    return failed("its answer cannot be handled: " + fault.getClass().getSimpleName(), now);
  }

  private Instant failed(String words, Instant now) {
    tools.heard().failed(source, words);
    return next(now);
  }

  private Instant next(Instant now) {
    failures++;
    failedAt = now;
    return backOff.after(failures, now);
  }

  /** Renewed at once where it can be; a network that cannot be asked for that is asked again. */
  private Instant signedOut(Fault fault, Opened opened) throws InterruptedException {
    Instant now = opened.now();
    boolean lately = renewedAt != null && renewedAt.plus(RENEWAL).isAfter(now);
    try {
      if (!lately && tools.kinds().renew(kind, opened)) {
        renewedAt = now;
        return now;
      }
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.BUSY || e.kind() == Fault.Kind.UNREACHABLE) {
        return failed("its token cannot be renewed now: " + e.words(), now);
      }
    }
    tools.kinds().refused(opened, fault.words());
    tools.heard().needsAttention(source, fault.words() + "; its account must be connected anew");
    return now.plus(UNTIL_SIGNED_IN);
  }

  private void setAside(Fault fault) {
    byte[] body = fault.body();
    if (body.length > 0) {
      int length = Math.min(LONGEST_PARKED, body.length);
      String raw = new String(body, 0, length, StandardCharsets.UTF_8);
      tools.parked().park(source, List.of(new Unreadable(raw, fault.words())));
    }
  }
}
