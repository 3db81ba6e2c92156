package dev.frontline.ingest.reading;

import dev.frontline.ingest.lease.Lease;
import dev.frontline.ingest.reading.Controls.Control;
import dev.frontline.ingest.source.Cursor;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.ingest.source.Opened;
import dev.frontline.kit.company.Source;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader begins: where it was; further back where somebody asked for that; before anybody
 * listened, where the source looks back at its first start.
 */
final class Positions {

  /** Beside the source's own values: since when this source is listened to. */
  private static final String LISTENING = "listeningSince";

  private final Source configured;
  private final NetworkSource kind;
  private final Tools tools;

  Positions(Source configured, NetworkSource kind, Tools tools) {
    this.configured = configured;
    this.kind = kind;
    this.tools = tools;
  }

  Cursor start(Opened opened, Control control, Lease lease) {
    Cursor cursor = tools.cursors().of(configured.id());
    if (cursor.equals(Cursor.START)) {
      Instant now = opened.now();
      Duration lookback = lookback(opened);
      cursor = lookback == null ? cursor : kind.from(now.minus(lookback)).with(LISTENING, now);
    }
    if (control.rereadFrom() != null) {
      cursor = keep(cursor, kind.from(control.rereadFrom()));
      if (tools.cursors().save(configured.id(), cursor, lease.fence())) {
        tools.controls().rereading(configured.id(), control.rereadFrom());
      }
    }
    return cursor;
  }

  static @Nullable Instant listeningSince(Cursor cursor) {
    return cursor.time(LISTENING).orElse(null);
  }

  static Cursor keep(Cursor before, Cursor next) {
    return next.with(LISTENING, before.get(LISTENING).orElse(null));
  }

  private static @Nullable Duration lookback(Opened opened) {
    try {
      return opened.setting("lookback").map(Duration::parse).orElse(null);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
