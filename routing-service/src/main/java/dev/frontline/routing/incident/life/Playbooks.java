package dev.frontline.routing.incident.life;

import dev.frontline.contracts.incident.ChecklistItem;
import dev.frontline.kit.company.IncidentPlan;
import dev.frontline.kit.company.IncidentPlan.Playbook;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to do, by kind of risk: the company's own, else what ships. */
public final class Playbooks {

  private static final String ANY = "any";

  /** Everything that a playbook can be for. */
  public static final List<String> KINDS =
      List.of("safety", "data-breach", "discrimination", "labour", "environment", "legal", ANY);

  private static final List<Playbook> SHIPPED =
      List.of(
          new Playbook(
              "safety",
              List.of(
                  "Reach the people who were hurt, by phone where possible",
                  "Get the facts from quality and engineering: which product, which batch, how many",
                  "Decide with legal: warning, stop of sale or recall",
                  "Hold back planned messages",
                  "Publish the holding statement; answer every person with it",
                  "Tell the authority where the law asks for it",
                  "Brief customer service and shops",
                  "Say when the next news comes, and keep it"),
              "We have heard that people were hurt, and we take it very seriously. We are looking into"
                  + " what happened right now. Until we know more, please do not use the product. If"
                  + " you are affected, write to us: we answer every one of you."),
          new Playbook(
              "data-breach",
              List.of(
                  "Get the facts from security: what, since when, whose",
                  "Decide with legal and the data protection officer: 72 hours to tell the authority",
                  "Hold back planned messages",
                  "Publish the holding statement",
                  "Tell the people concerned what to do now",
                  "Say when the next news comes, and keep it"),
              "We are looking into reports about customer data right now. We tell everybody concerned"
                  + " directly, and here, as soon as we know what happened."),
          new Playbook(
              "discrimination",
              List.of(
                  "Speak to the person concerned first",
                  "Get the facts from the place where it happened",
                  "Agree with people and culture what follows",
                  "Hold back planned messages",
                  "Publish the holding statement; apologise without conditions where it is due"),
              "What was described has no place with us. We are speaking to everybody involved and will"
                  + " say openly what follows from it."),
          new Playbook(
              ANY,
              List.of(
                  "Get the facts from who knows",
                  "Name one person who speaks",
                  "Hold back planned messages where they would look out of place",
                  "Draft, approve and publish the holding statement",
                  "Brief customer service",
                  "Say when the next news comes, and keep it"),
              "We have seen what you tell us and are looking into it right now. We come back to you"
                  + " here as soon as we know more."));

  private Playbooks() {}

  static List<ChecklistItem> checklist(IncidentPlan plan, @Nullable String kind) {
    return of(plan, kind).steps().stream().map(s -> new ChecklistItem(s, null, null)).toList();
  }

  /** A first wording, empty where the playbook has none. */
  static Optional<String> statement(IncidentPlan plan, @Nullable String kind) {
    return Optional.ofNullable(of(plan, kind).statement());
  }

  /** The one that holds for a kind; null is for any. */
  public static Playbook of(IncidentPlan plan, @Nullable String kind) {
    String wanted = kind == null ? ANY : kind;
    return find(plan.playbooks(), wanted)
        .or(() -> wanted.equals(ANY) ? Optional.empty() : find(SHIPPED, wanted))
        .or(() -> find(plan.playbooks(), ANY))
        .or(() -> find(SHIPPED, ANY))
        .orElseThrow();
  }

  private static Optional<Playbook> find(List<Playbook> playbooks, String kind) {
    return playbooks.stream().filter(p -> p.kind().equals(kind)).findFirst();
  }
}
