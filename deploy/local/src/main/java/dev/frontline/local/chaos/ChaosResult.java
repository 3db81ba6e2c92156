package dev.frontline.local.chaos;

/**
 * What came of a run.
 *
 * @param ledger the count of posts
 * @param plan what was done to the stack
 * @param crashes ends that were not clean; only a part that is told to stop can end cleanly
 */
public record ChaosResult(Ledger ledger, KillPlan plan, int crashes) {

  /** Whether nothing was lost, nothing was handled twice and nothing crashed. */
  public boolean holds() {
    return ledger.holds() && (plan.signal() == StopSignal.KILL || crashes == 0);
  }

  /** The line for machines. */
  public String line() {
    String line = ledger.line(plan.kills());
    return plan.signal() == StopSignal.TERM ? line + " crashes=" + crashes : line;
  }
}
