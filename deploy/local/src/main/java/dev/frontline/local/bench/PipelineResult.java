package dev.frontline.local.bench;

import java.util.Locale;

/**
 * What one run measured.
 *
 * @param mentionsPerSecond standard mix, from the first post sent to the last outcome stored
 * @param caseOnlyPerSecond the same where every post opens a case
 * @param hopPerSecond bare consume → produce on the same broker
 * @param storePerSecond durable bulk upserts on the same store
 * @param p50Millis median from acceptance to outcome, posts coming at an even pace
 * @param p99Millis 99th percentile of the same
 * @param lost posts accepted without an outcome
 */
public record PipelineResult(
    double mentionsPerSecond,
    double caseOnlyPerSecond,
    double hopPerSecond,
    double storePerSecond,
    long p50Millis,
    long p99Millis,
    long lost) {

  /** The line for machines. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "RESULT mentions_per_s=%.0f case_only_per_s=%.0f hop_per_s=%.0f ratio=%.4f"
            + " store_bulk_per_s=%.0f p50_ms=%d p99_ms=%d lost=%d",
        mentionsPerSecond,
        caseOnlyPerSecond,
        hopPerSecond,
        mentionsPerSecond / hopPerSecond,
        storePerSecond,
        p50Millis,
        p99Millis,
        lost);
  }
}
