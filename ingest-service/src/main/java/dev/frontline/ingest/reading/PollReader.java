package dev.frontline.ingest.reading;

import dev.frontline.ingest.accepting.Arrival;
import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.lease.Lease;
import dev.frontline.ingest.reading.Controls.Control;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.Opened;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.PollSource;
import dev.frontline.ingest.source.RecheckedSource;
import dev.frontline.kit.company.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks one source page by page. Publish, then store the cursor: a crash between the two reads a
 * page twice, and what it holds is known by then.
 */
final class PollReader implements Reader {

  static final Duration LEASE = Duration.ofMinutes(2);
  static final Duration OTHERS_TURN = Duration.ofSeconds(20);
  static final Duration WHILE_PAUSED = Duration.ofSeconds(5);
  private static final int MOST_PAGES = 20;

  private final Source configured;
  private final PollSource kind;
  private final Tools tools;
  private final Mending mending;
  private final Positions positions;

  PollReader(Source configured, PollSource kind, Tools tools) {
    this.configured = configured;
    this.kind = kind;
    this.tools = tools;
    this.mending = new Mending(configured.id(), kind, tools);
    this.positions = new Positions(configured, kind, tools);
  }

  @Override
  public Instant turn(Instant now) throws InterruptedException {
    Opened opened = tools.kinds().open(configured, kind, now);
    try {
      Control control = tools.controls().of(configured.id());
      if (control.paused()) {
        return now.plus(WHILE_PAUSED);
      }
      Optional<Lease> lease = tools.leases().hold(configured.id(), LEASE, now);
      if (lease.isEmpty()) {
        return now.plus(OTHERS_TURN);
      }
      return read(opened, control, lease.get());
    } catch (Fault e) {
      return mending.after(e, opened);
    } catch (RuntimeException e) {
      return mending.after(e, now);
    }
  }

  private Instant read(Opened opened, Control control, Lease lease)
      throws Fault, InterruptedException {
    Instant now = opened.now();
    Cursor cursor = positions.start(opened, control, lease);
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      Page page = tools.enriching().enriched(kind, opened, kind.read(opened, cursor));
      Arrival arrival = Arrival.since(Positions.listeningSince(cursor));
      tools.taking().take(opened.source(), page, arrival, now);
      Cursor next = Positions.keep(cursor, page.next());
      if (!next.equals(cursor) && !tools.cursors().save(configured.id(), next, lease.fence())) {
        return now.plus(OTHERS_TURN);
      }
      mending.worked(now);
      if (page.pause() != null && page.pause().compareTo(every()) > 0) {
        return now.plus(page.pause());
      }
      if (!page.more()) {
        if (kind instanceof RecheckedSource rechecked) {
          tools.rechecking().turn(opened, rechecked, tools.taking());
        }
        return now.plus(every());
      }
      cursor = next;
    }
    return now;
  }

  private Duration every() {
    return configured.every() == null ? kind.traits().every() : configured.every();
  }
}
