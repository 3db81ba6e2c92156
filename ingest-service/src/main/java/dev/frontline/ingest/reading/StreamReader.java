package dev.frontline.ingest.reading;

import dev.frontline.ingest.accepting.Arrival;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.lease.Lease;
import dev.frontline.ingest.reading.Controls.Control;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Line;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.RecheckedSource;
import dev.frontline.ingest.source.StreamSource;
import dev.frontline.kit.company.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one source. Frames wait in the connection until they are taken; those taken out stay
 * in hand until Kafka has them. The cursor is stored after that, so a crash hears the last frames
 * twice.
 */
final class StreamReader implements Reader {

  private static final Logger LOG = Logger.getLogger(StreamReader.class);

  static final Duration PACE = Duration.ofMillis(250);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
  private static final Duration SAVE_EVERY = Duration.ofSeconds(2);
  private static final int MOST_FRAMES = 500;
  private static final int MOST_PAGES = 20;

  private final Source configured;
  private final StreamSource kind;
  private final Tools tools;
  private final Lines lines;
  private final Mending mending;
  private final Positions positions;

  private @Nullable Connection connection;
  private Duration idle = LEASE;
  private Cursor cursor = Cursor.START;
  private Cursor saved = Cursor.START;
  private Instant savedAt = Instant.EPOCH;
  private boolean caughtUp;
  private Instant lookAgainAt = Instant.EPOCH;
  private List<String> inHand = List.of();
  private @Nullable Lease lease;
  private Instant leasedUntil = Instant.EPOCH;

  StreamReader(Source configured, StreamSource kind, Tools tools, Lines lines) {
    this.configured = configured;
    this.kind = kind;
    this.tools = tools;
    this.lines = lines;
    this.mending = new Mending(configured.id(), kind, tools);
    this.positions = new Positions(configured, kind, tools);
  }

  @Override
  public Instant turn(Instant now) throws InterruptedException {
    Opened opened = tools.kinds().open(configured, kind, now);
    try {
      if (!leased(now)) {
        close();
        return now.plus(PollReader.OTHERS_TURN);
      }
      Control control = tools.controls().of(configured.id());
      if (control.paused()) {
        close();
        return now.plus(PollReader.WHILE_PAUSED);
      }
      if (control.rereadFrom() != null) {
        close();
      }
      return listen(opened, control);
    } catch (Fault e) {
      close();
      return mending.after(e, opened);
    } catch (RuntimeException e) {
      return mending.after(e, now);
    }
  }

  /** Asked once a while only: a lease costs a write. */
  private boolean leased(Instant now) {
    if (lease == null || leasedUntil.minus(LEASE.dividedBy(2)).isBefore(now)) {
      lease = tools.leases().hold(configured.id(), LEASE, now).orElse(null);
      leasedUntil = now.plus(LEASE);
    }
    return lease != null;
  }

  private Instant listen(Opened opened, Control control) throws Fault, InterruptedException {
    Instant now = opened.now();
    Connection open = connection;
    if (open == null) {
      paid(opened);
      cursor = positions.start(opened, control, held());
      saved = cursor;
      Line line = kind.line(opened, cursor);
      idle = line.idle();
      open = lines.open(line, opened.web());
      connection = open;
      caughtUp = false;
    }
    if (!caughtUp && !catchUp(opened)) {
      return now;
    }
    if (inHand.isEmpty()) {
      inHand = open.drain(MOST_FRAMES);
    }
    if (!inHand.isEmpty()) {
      boolean full = inHand.size() == MOST_FRAMES;
      take(opened, heard(opened));
      inHand = List.of();
      paid(opened);
      return full ? now : now.plus(PACE);
    }
    save(now, false);
    Optional<String> ended = open.ended();
    if (ended.isPresent()) {
      throw new Fault(Fault.Kind.UNREACHABLE, ended.get());
    }
    if (open.lastSign().plus(idle).isBefore(now)) {
      throw new Fault(
          Fault.Kind.UNREACHABLE, "no sign of life for " + idle.toSeconds() + " s; it is reopened");
    }
    mending.worked(now);
    lookAgain(opened);
    return now.plus(PACE);
  }

  /** That posts cannot be looked up again is no reason to hang up. */
  private void lookAgain(Opened opened) throws InterruptedException {
    Instant now = opened.now();
    if (kind instanceof RecheckedSource rechecked && !lookAgainAt.isAfter(now)) {
      try {
        tools.rechecking().turn(opened, rechecked, tools.taking());
        lookAgainAt = now.plus(LOOK_AGAIN);
      } catch (Fault e) {
        lookAgainAt = mending.after(e, opened);
      }
    }
  }

  /** What a line brings is paid for whether or not anybody asked: it is closed in time. */
  private void paid(Opened opened) throws Fault {
    if (kind.traits().costPerPost() > 0) {
      opened.purse().check();
    }
  }

  /** Frames that break the translation together are taken one by one; the bad one is parked. */
  private Page heard(Opened opened) throws InterruptedException {
    try {
      return kind.hear(opened, inHand, cursor);
    } catch (RuntimeException e) {
      LOG.errorf(e, "frames cannot be read together source=%s", configured.id());
    }
    for (String frame : inHand) {
      Page page;
      try {
        page = kind.hear(opened, List.of(frame), cursor);
      } catch (RuntimeException e) {
        String reason = "it cannot be handled: " + e.getClass().getSimpleName();
        page = new Page.Builder().unreadable(frame, reason).end(cursor);
      }
      take(opened, page);
    }
    return Page.nothing(cursor);
  }

  private boolean catchUp(Opened opened) throws Fault, InterruptedException {
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      Page page = kind.catchUp(opened, cursor);
      take(opened, page);
      save(opened.now(), true);
      if (!page.more()) {
        caughtUp = true;
        return true;
      }
    }
    return false;
  }

  private void take(Opened opened, Page read) throws InterruptedException {
    Arrival arrival = Arrival.since(Positions.listeningSince(cursor));
    Page page = tools.enriching().enriched(kind, opened, read);
    tools.taking().take(opened.source(), page, arrival, opened.now());
    cursor = Positions.keep(cursor, page.next());
    save(opened.now(), false);
  }

  private void save(Instant now, boolean atOnce) {
    boolean due = atOnce || !savedAt.plus(SAVE_EVERY).isAfter(now);
    if (!due || cursor.equals(saved)) {
      return;
    }
    if (tools.cursors().save(configured.id(), cursor, held().fence())) {
      saved = cursor;
      savedAt = now;
    } else {
      lease = null;
      close();
    }
  }

  private Lease held() {
    if (lease == null) {
      throw new IllegalStateException("nothing is read without a lease");
    }
    return lease;
  }

  /** What was taken out and not yet published is heard again: the cursor stands before it. */
  @Override
  public void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
    inHand = List.of();
  }
}
