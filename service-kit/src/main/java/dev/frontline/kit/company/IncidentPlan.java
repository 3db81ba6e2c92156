package dev.frontline.kit.company;

import dev.frontline.contracts.Lists;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the company does about a crisis and about a chance that passes: {@code incidents} in {@code
 * frontline.yaml}.
 *
 * @param department who handles a crisis; null for the press department
 * @param acknowledgeWithin how soon somebody must say that they have seen an alarm
 * @param opportunityFor how long a chance stands
 * @param pauseUrl what is told to hold planned messages back; null where nothing is
 * @param playbooks what to do, by kind of risk; {@code any} where no other fits
 */
public record IncidentPlan(
    @Nullable String department,
    @Nullable Duration acknowledgeWithin,
    @Nullable Duration opportunityFor,
    @Nullable String pauseUrl,
    List<Playbook> playbooks) {

  /** What holds where the file says nothing. */
  public static final IncidentPlan DEFAULT = new IncidentPlan(null, null, null, null, List.of());

  /**
   * @param kind {@code safety}, {@code data-breach}, {@code discrimination}, {@code labour}, {@code
   *     environment}, {@code legal} or {@code any}
   * @param statement first draft of what to say until more is known; null for none
   */
  public record Playbook(String kind, List<String> steps, @Nullable String statement) {
    public Playbook {
      steps = Lists.copy(steps);
    }
  }

  public IncidentPlan {
    acknowledgeWithin = acknowledgeWithin == null ? Duration.ofMinutes(15) : acknowledgeWithin;
    opportunityFor = opportunityFor == null ? Duration.ofHours(6) : opportunityFor;
    playbooks = Lists.copy(playbooks);
  }
}
