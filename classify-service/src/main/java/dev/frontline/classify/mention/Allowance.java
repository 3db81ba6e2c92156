package dev.frontline.classify.mention;

/**
 * How long the slow tier may work within a poll. It fills up with time, so that the encoder never
 * takes more than a set share of a core from those who wait for the fast tier, and it shrinks with
 * what a poll brought: under a backlog there is none. For one thread.
 */
final class Allowance {

  /** The longest that a poll waits for the encoder. */
  static final long MOST_NANOS = 250_000_000L;

  /** From this many posts a poll on, others wait behind it. */
  static final int BACKLOG = 300;

  private static final double SHARE_OF_A_CORE = 0.35;

  private long saved = MOST_NANOS;
  private long asOf;

  Allowance(long nanos) {
    this.asOf = nanos;
  }

  /** Nanoseconds for a poll of that many events, at that time. */
  long of(int polled, long nanos) {
    saved = Math.min(MOST_NANOS, saved + Math.round((nanos - asOf) * SHARE_OF_A_CORE));
    asOf = nanos;
    return polled >= BACKLOG ? 0 : Math.min(saved, MOST_NANOS * (BACKLOG - polled) / BACKLOG);
  }

  void spend(long nanos) {
    saved = Math.max(0, saved - nanos);
  }
}
