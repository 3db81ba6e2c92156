package dev.frontline.routing.casefile;

import static dev.frontline.routing.Heard.NOON;
import static dev.frontline.routing.Heard.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.speaking.Channels;
import dev.frontline.routing.Heard;
import dev.frontline.routing.placement.Placement;
import dev.frontline.routing.placement.Placing;
import dev.frontline.routing.policy.Assignment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProposingTest {

  private static final Company COMPANY =
      CompanyFile.read(Path.of("src/test/resources/company.yaml"), Map.of());
  private static final Actor LEA = new Actor("lea", Set.of("social-lead"), Set.of());
  private static final Optional<Assignment.Assigned> ANA =
      Optional.of(new Assignment.Assigned("ana", List.of("Ana gets it: on shift.")));

  @Test
  void aCaseThatNobodyOwnsIsProposedOnceSomebodyIsThere() {
    CaseState state = waiting(null);

    Change change = (Change) Proposing.propose(state, Set.of("ana"), ANA, NOON);

    assertThat(change.state().assignee()).isEqualTo("ana");
    assertThat(change.state().times().assignedAt()).isEqualTo(NOON);
    assertThat(change.state().route().why()).containsExactly("It leaks.", "Ana gets it: on shift.");
    assertThat(change.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CaseEvent.CaseAssigned.class, e -> assertThat(e.previousAssignee()).isNull());
  }

  @Test
  void aCaseWhoseOwnerWentHomeBeforeTakingItIsProposedToSomebodyElse() {
    CaseState state = waiting("zoe");

    Change change = (Change) Proposing.propose(state, Set.of("ana"), ANA, NOON);

    assertThat(change.state().assignee()).isEqualTo("ana");
    assertThat(change.state().history()).last().extracting("text").asString().contains("zoe");
  }

  @Test
  void itStaysWhereItsOwnerIsThereOrNobodyElseIs() {
    assertThat(Proposing.propose(waiting("zoe"), Set.of("zoe", "ana"), ANA, NOON))
        .isInstanceOf(Decision.Unchanged.class);
    assertThat(Proposing.propose(waiting("zoe"), Set.of(), Optional.empty(), NOON))
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void whomAPersonNamedKeepsIt() {
    CaseState named = done(waiting(null), new Command.Assign(1L, "ana"));

    assertThat(Proposing.wantsOwner(named, Set.of("zoe"))).isFalse();
  }

  @Test
  void whatSomebodyWorksOnOrIsOfLongAgoOrInTriageIsLeftAlone() {
    CaseState taken = done(waiting(null), new Command.Take(1L));
    CaseState quiet = waiting(null, complaint("1").lookedBack(), "customer-service");

    assertThat(Proposing.wantsOwner(taken, Set.of())).isFalse();
    assertThat(Proposing.wantsOwner(quiet, Set.of())).isFalse();
    assertThat(Proposing.wantsOwner(waiting(null, complaint("1"), "triage"), Set.of())).isFalse();
  }

  private static CaseState done(CaseState state, Command command) {
    Commands commands = new Commands(COMPANY, new Placing(COMPANY), Channels.UNKNOWN);
    return ((Change) commands.decide(state, command, LEA, Map.of(), NOON)).state();
  }

  private static CaseState waiting(@Nullable String owner) {
    return waiting(owner, complaint("1"), "customer-service");
  }

  private static CaseState waiting(@Nullable String owner, Heard post, String department) {
    return Opening.open(
            "c-1",
            "Kettlery",
            post.mention(),
            post.classification(),
            new Placement(
                department,
                Priority.NORMAL,
                owner,
                new Placing(COMPANY).firstResponse(Priority.NORMAL, NOON),
                new Route(
                    "An unhappy customer",
                    List.of(
                        "It leaks.",
                        "Nobody of customer-service is on shift with room for one more.")),
                false),
            NOON,
            "system",
            null)
        .state();
  }
}
