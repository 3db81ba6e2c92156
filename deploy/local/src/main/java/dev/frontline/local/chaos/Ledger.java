package dev.frontline.local.chaos;

import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The sum that must come out: every accepted mention in exactly one place, none in two cases of one
 * brand, no matter in two open cases.
 *
 * @param in mentions that ingest accepted
 * @param outcomes how many of them have each outcome
 * @param parked unreadable at ingest
 * @param dead among the dead letters and without an outcome
 * @param lost without any trace
 * @param duplicates mentions in several cases of one brand, and authors with several open cases of
 *     one brand in one conversation
 */
public record Ledger(
    int in, Map<Outcome, Integer> outcomes, long parked, int dead, int lost, int duplicates) {

  /**
   * Counts by mention id.
   *
   * @param accepted ids that ingest said yes to
   * @param routed latest outcome by mention id
   * @param cases latest state of every case
   * @param deadIds mention ids that stand among the dead letters
   */
  static Ledger count(
      Set<String> accepted,
      Map<String, Outcome> routed,
      Collection<CaseSlip> cases,
      Set<String> deadIds,
      long parked) {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    int dead = 0;
    int lost = 0;
    for (String id : accepted) {
      Outcome outcome = routed.get(id);
      if (outcome != null) {
        outcomes.merge(outcome, 1, Integer::sum);
      } else if (deadIds.contains(id)) {
        dead++;
      } else {
        lost++;
      }
    }
    return new Ledger(accepted.size(), outcomes, parked, dead, lost, duplicates(cases));
  }

  private static int duplicates(Collection<CaseSlip> cases) {
    Map<String, String> caseOfMention = new HashMap<>();
    Set<String> openMatters = new HashSet<>();
    int duplicates = 0;
    for (CaseSlip slip : cases) {
      for (String mention : slip.mentions()) {
        if (caseOfMention.putIfAbsent(mention, slip.id()) != null) {
          duplicates++;
        }
      }
      if (slip.open() && !openMatters.add(slip.matter())) {
        duplicates++;
      }
    }
    return duplicates;
  }

  /** Whether nothing was lost and nothing was handled twice. */
  public boolean holds() {
    return lost == 0 && duplicates == 0;
  }

  /** The line for machines. */
  public String line(int kills) {
    return "RESULT in="
        + in
        + " opened="
        + of(Outcome.OPENED)
        + " joined="
        + of(Outcome.JOINED)
        + " folded="
        + of(Outcome.FOLDED)
        + " filed="
        + of(Outcome.FILED)
        + " withdrawn="
        + of(Outcome.WITHDRAWN)
        + " parked="
        + parked
        + " dead="
        + dead
        + " lost="
        + lost
        + " duplicates="
        + duplicates
        + " kills="
        + kills;
  }

  private int of(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }
}
