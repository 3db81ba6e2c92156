package dev.frontline.kit.company;

import java.util.List;
import java.util.Set;

/** What must hold in {@code incidents}. */
final class IncidentCheck {

  private static final Set<String> KINDS =
      Set.of("safety", "data-breach", "discrimination", "labour", "environment", "legal", "any");

  private final Problems problems;
  private final List<String> queues;

  IncidentCheck(Problems problems, List<String> queues) {
    this.problems = problems;
    this.queues = queues;
  }

  void check(IncidentPlan plan) {
    Spot spot = Spot.top("incidents");
    if (plan.department() != null) {
      problems.oneOf(spot.field("department"), plan.department(), queues);
    }
    problems.positive(spot.field("acknowledgeWithin"), plan.acknowledgeWithin());
    problems.positive(spot.field("opportunityFor"), plan.opportunityFor());
    String url = plan.pauseUrl();
    if (url != null && !url.startsWith("https://") && !url.startsWith("http://")) {
      problems.add(spot.field("pauseUrl"), "'" + url + "' is no http or https address");
    }
    for (int i = 0; i < plan.playbooks().size(); i++) {
      IncidentPlan.Playbook playbook = plan.playbooks().get(i);
      Spot at = spot.field("playbooks").item(i, playbook.kind());
      problems.oneOf(at.field("kind"), playbook.kind(), KINDS);
      if (playbook.steps().isEmpty()) {
        problems.add(at.field("steps"), "must name at least one step");
      }
    }
  }
}
