package dev.frontline.ingest.spend;

import dev.frontline.kit.company.Source;
import java.math.BigDecimal;

/** The most that a source may cost in a month: {@code settings.spendCap}, in US dollars. */
public final class Cap {

  private static final int MICROS = 6;

  /** No cap is set. */
  public static final long NONE = Long.MAX_VALUE;

  private Cap() {}

  /** In millionths of a US dollar; what is no amount lets nothing be spent. */
  public static long of(Source source) {
    String told = source.settings().get("spendCap");
    try {
      return told == null
          ? NONE
          : new BigDecimal(told.strip()).movePointRight(MICROS).toBigInteger().longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      return 0;
    }
  }
}
