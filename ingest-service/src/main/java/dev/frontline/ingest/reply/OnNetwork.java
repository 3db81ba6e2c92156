package dev.frontline.ingest.reply;

import dev.frontline.contracts.reply.ReplyCommandEvent.ReplyRequested;
import dev.frontline.contracts.reply.ReplyOutcomeEvent;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyDelivered;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyRefused;
import dev.frontline.contracts.reply.ReplyOutcomeEvent.ReplyUnknown;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.AnsweringSource;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Sent;
import dev.frontline.ingest.source.SourceKinds;
import dev.frontline.kit.company.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Has an answer posted through its network's own interface, four tries at most. */
final class OnNetwork {

  private static final int TRIES = 4;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final SourceKinds kinds;
  private final Clock clock;
  private final Duration firstPause;

  OnNetwork(SourceKinds kinds, Clock clock, Duration firstPause) {
    this.kinds = kinds;
    this.clock = clock;
    this.firstPause = firstPause;
  }

  /**
   * @param begun it was begun before, and nobody knows what became of it
   */
  ReplyOutcomeEvent send(
      AnsweringSource network, Source source, ReplyRequested reply, boolean begun)
      throws InterruptedException {
    Duration pause = firstPause;
    boolean again = begun;
    String trouble = "";
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Opened opened = kinds.open(source, network, reply.account(), clock.instant());
      try {
        return outcome(network.answer(opened, reply, again), reply);
      } catch (Fault e) {
        trouble = e.words();
        switch (e.kind()) {
          case BUSY -> pause = longer(pause, e.until().orElse(clock.instant()));
          case BROKEN, UNREACHABLE -> again = true;
          case SIGNED_OUT -> {
            if (attempt > 1 || !renewed(network, opened)) {
              kinds.refused(opened, trouble);
              return refused(reply, trouble + "; its account must be connected anew");
            }
          }
          case FORBIDDEN, GONE, MISSING, REFUSED, SPENT -> {
            return refused(reply, trouble);
          }
        }
      }
      if (attempt < TRIES) {
        Thread.sleep(pause.toMillis());
        pause = pause.multipliedBy(2);
      }
    }
    return again
        ? new ReplyUnknown(
            reply.replyId(), reply.caseId(), clock.instant(), trouble + " in " + TRIES + " tries")
        : refused(reply, trouble);
  }

  private boolean renewed(AnsweringSource network, Opened opened) throws InterruptedException {
    try {
      return kinds.renew(network, opened);
    } catch (Fault e) {
      return false;
    }
  }

  /** A person waits for this answer: a network that asks for an hour is told to them instead. */
  private Duration longer(Duration pause, Instant until) {
    Duration asked = Duration.between(clock.instant(), until);
    Duration wait = asked.compareTo(pause) > 0 ? asked : pause;
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private ReplyOutcomeEvent outcome(Sent sent, ReplyRequested reply) {
    Instant now = clock.instant();
    if (sent instanceof Sent.Posted posted) {
      return new ReplyDelivered(
          reply.replyId(), reply.caseId(), now, posted.nativeId(), posted.url());
    }
    if (sent instanceof Sent.Unknown unknown) {
      return new ReplyUnknown(reply.replyId(), reply.caseId(), now, unknown.reason());
    }
    return refused(reply, ((Sent.Refused) sent).reason());
  }

  private ReplyOutcomeEvent refused(ReplyRequested reply, String reason) {
    return new ReplyRefused(reply.replyId(), reply.caseId(), clock.instant(), reason);
  }
}
