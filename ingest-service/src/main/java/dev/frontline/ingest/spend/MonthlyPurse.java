package dev.frontline.ingest.spend;

import dev.frontline.ingest.fetch.Fault;
import dev.frontline.ingest.source.Purse;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One source's spending in one month, against its cap. */
final class MonthlyPurse implements Purse {

  private static final double MICROS = 1e6;
  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private final Ledger ledger;
  private final String source;
  private final long cap;
  private final YearMonth month;

  MonthlyPurse(Ledger ledger, String source, long cap, YearMonth month) {
    this.ledger = ledger;
    this.source = source;
    this.cap = cap;
    this.month = month;
  }

  @Override
  public void reserve(long most) throws Fault {
    if (ledger.add(source, month, most) > cap) {
      ledger.add(source, month, -most);
      throw spent();
    }
  }

  @Override
  public void settle(long reserved, long cost) {
    if (cost != reserved) {
      ledger.add(source, month, cost - reserved);
    }
  }

  @Override
  public long left() {
    return cap == Cap.NONE ? Cap.NONE : Math.max(0, cap - ledger.spent(source, month));
  }

  @Override
  public void check() throws Fault {
    if (left() <= 0) {
      throw spent();
    }
  }

  private Fault spent() {
    Instant next = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return Fault.spent(
        String.format(
            Locale.ROOT,
            "the %.2f US dollars for %s are spent; it is read again from %s on, or once"
                + " settings.spendCap allows more",
            cap / MICROS,
            IN_WORDS.format(month),
            month.plusMonths(1).atDay(1)),
        next);
  }
}
