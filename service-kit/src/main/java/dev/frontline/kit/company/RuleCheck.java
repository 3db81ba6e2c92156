package dev.frontline.kit.company;

import java.util.List;
import java.util.Set;

/** Checks a company file's rules, but for their conditions, which routing compiles. */
final class RuleCheck {

  static final int MOST_RULES = 200;
  private static final Set<String> PRIORITIES = Set.of("urgent", "high", "normal", "low");

  private final Problems problems;
  private final List<String> queues;

  RuleCheck(Problems problems, List<String> queues) {
    this.problems = problems;
    this.queues = queues;
  }

  void check(List<Company.Rule> rules) {
    Spot spot = Spot.top("rules");
    if (rules.size() > MOST_RULES) {
      problems.add(spot, rules.size() + " rules are too many; at most " + MOST_RULES);
    }
    problems.unique(
        spot, rules.stream().map(r -> r.name() == null ? "" : r.name()).toList(), "rule's name");
    for (int i = 0; i < rules.size(); i++) {
      check(spot.item(i, rules.get(i).name()), rules.get(i));
    }
  }

  private void check(Spot spot, Company.Rule rule) {
    problems.present(spot.field("name"), rule.name(), "a name: it is shown where the rule decided");
    problems.present(
        spot.field("when"), rule.when(), "a condition over post; \"true\" always holds");
    int targets =
        (rule.department() == null ? 0 : 1) + (rule.file() ? 1 : 0) + (rule.triage() ? 1 : 0);
    if (targets != 1) {
      problems.add(spot, "must say exactly one of department, file: true or triage: true");
    }
    if (rule.department() != null) {
      problems.oneOf(spot.field("department"), rule.department(), queues);
    }
    if (rule.priority() != null) {
      problems.oneOf(spot.field("priority"), rule.priority(), PRIORITIES);
    }
  }
}
