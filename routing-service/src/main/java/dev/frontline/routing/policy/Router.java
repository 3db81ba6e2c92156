package dev.frontline.routing.policy;

import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.company.Company;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides where a post goes: the first rule that holds says so. Safe for use by many threads. */
public final class Router {

  /** What stands as the rule where none holds. */
  public static final String NO_RULE = "No rule holds";

  /** Why a post was not judged whose network forbids it. */
  private static final String FORBIDDEN = "terms";

  private static final List<String> WANTS_SOMEBODY =
      List.of(Labels.COMPLAINT, Labels.PR_RISK, Labels.LEAD, Labels.QUESTION);

  private final List<CompiledRule> rules;
  private final List<String> departments;

  /**
   * @throws dev.frontline.kit.company.InvalidCompanyFileException where a rule cannot be compiled;
   *     it names the rule, the position and what is allowed
   */
  public Router(Company company) {
    this.rules =
        new RuleCompiler()
            .compile(company.rules().isEmpty() ? DefaultRules.read() : company.rules());
    this.departments = company.departments().stream().map(Company.Department::id).toList();
  }

  /**
   * @param match the match that the case would be about; a post that meets several is routed once
   *     for each
   */
  public Destination route(Mention mention, Classification classification, Match match) {
    PostFacts facts = new PostFacts(mention, classification, match);
    Map<String, Object> values = facts.values();
    for (CompiledRule rule : rules) {
      if (rule.holds(values)) {
        return decided(rule, facts);
      }
    }
    return undecided(facts);
  }

  /** How often any rule failed at run time since the rules were read. */
  public long failures() {
    return rules.stream().mapToLong(r -> r.failures().get()).sum();
  }

  /** Failures by the rule's name, without the rules that never failed. */
  public Map<String, Long> failuresByRule() {
    Map<String, Long> failures = new LinkedHashMap<>();
    for (CompiledRule rule : rules) {
      if (rule.failures().get() > 0) {
        failures.put(rule.rule().name(), rule.failures().get());
      }
    }
    return failures;
  }

  private Destination decided(CompiledRule compiled, PostFacts facts) {
    Company.Rule rule = compiled.rule();
    List<String> why = new ArrayList<>();
    if (rule.file() && compiled.fields().isEmpty() && noMachineMayJudge(facts)) {
      return toAPerson(rule.name());
    }
    if (rule.file()) {
      why.add(Reasons.needsNobody(facts));
      why.addAll(Reasons.beyondLabels(facts, compiled.fields()));
      return new Destination.Filed(new Route(rule.name(), why));
    }
    if (rule.triage()) {
      why.add("A person has to look: the rule \"" + rule.name() + "\" holds.");
      why.addAll(Reasons.of(facts, compiled.fields()));
      return new Destination.ToTriage(new Route(rule.name(), why));
    }
    String department = answering(rule);
    why.add(
        "The rule \""
            + rule.name()
            + "\" sends it to "
            + department
            + " with priority "
            + Reasons.lower(compiled.priority())
            + ".");
    if (!department.equals(rule.department())) {
      why.add(
          "There is no department " + rule.department() + " here, so " + department + " answers.");
    }
    why.addAll(Reasons.of(facts, compiled.fields()));
    return new Destination.ToDepartment(
        department,
        compiled.priority(),
        rule.skills(),
        rule.opportunity(),
        new Route(rule.name(), why));
  }

  /** The rule's department, or who stands in for it where the company does not have it. */
  private String answering(Company.Rule rule) {
    String wanted = String.valueOf(rule.department());
    if (departments.isEmpty() || departments.contains(wanted) || wanted.equals(Company.TRIAGE)) {
      return wanted;
    }
    return departments.contains("customer-service") ? "customer-service" : departments.get(0);
  }

  /** Whoever wrote to a brand is read, if not by a machine then by a person. */
  private static boolean noMachineMayJudge(PostFacts facts) {
    return facts.match().kind() == Match.Kind.BRAND
        && FORBIDDEN.equals(facts.classification().notScored());
  }

  private static Destination toAPerson(String rule) {
    return new Destination.ToTriage(
        new Route(
            rule,
            List.of(
                "Its network's terms forbid to judge it by machine, so a person has to look.")));
  }

  private static Destination undecided(PostFacts facts) {
    if (noMachineMayJudge(facts)) {
      return toAPerson(NO_RULE);
    }
    Classification judged = facts.classification();
    Set<String> open =
        WANTS_SOMEBODY.stream().filter(judged::has).collect(Collectors.toUnmodifiableSet());
    if (facts.match().kind() == Match.Kind.BRAND && (judged.unsure() || !open.isEmpty())) {
      List<String> why = new ArrayList<>();
      why.add("No rule says who answers this post, so a person has to look.");
      why.addAll(Reasons.of(facts, judged.unsure() ? List.of("unsure") : List.copyOf(open)));
      return new Destination.ToTriage(new Route(NO_RULE, why));
    }
    return new Destination.Filed(new Route(NO_RULE, List.of(Reasons.needsNobody(facts))));
  }
}
