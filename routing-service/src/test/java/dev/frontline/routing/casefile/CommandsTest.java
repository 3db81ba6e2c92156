package dev.frontline.routing.casefile;

import static dev.frontline.routing.Heard.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseReply;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Due;
import dev.frontline.contracts.casefile.Priority;
import dev.frontline.contracts.casefile.Route;
import dev.frontline.contracts.queue.QueueEvent;
import dev.frontline.contracts.reply.ReplyCommandEvent;
import dev.frontline.contracts.reply.ReplyOutcomeEvent;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.CompanyFile;
import dev.frontline.kit.speaking.Channels;
import dev.frontline.routing.Heard;
import dev.frontline.routing.placement.Placement;
import dev.frontline.routing.placement.Placing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandsTest {

  private static final Company COMPANY =
      CompanyFile.read(Path.of("src/test/resources/company.yaml"), Map.of());
  private static final Actor ANA = new Actor("ana", Set.of("agent"), Set.of("customer-service"));
  private static final Actor BEN = new Actor("ben", Set.of("sales"), Set.of("sales"));
  private static final Actor LEA = new Actor("lea", Set.of("social-lead"), Set.of());

  private final Placing placing = new Placing(COMPANY);
  private final Commands commands = new Commands(COMPANY, placing, Channels.UNKNOWN);
  private CaseState state = anOpenCase();

  @Test
  void whoTakesACaseOwnsIt() {
    Change change = done(new Command.Take(1L), ANA, 1);

    assertThat(state.status()).isEqualTo(CaseStatus.TAKEN);
    assertThat(state.assignee()).isEqualTo("ana");
    assertThat(state.version()).isEqualTo(2);
    assertThat(change.queue()).hasSize(1).first().isInstanceOf(QueueEvent.CaseTaken.class);
  }

  @Test
  void whoSawAnOlderVersionIsToldTheNewOne() {
    done(new Command.Take(1L), ANA, 1);

    assertThat(decide(new Command.Note(1L, "late"), ANA, 2))
        .isInstanceOfSatisfying(
            Refusal.Stale.class, r -> assertThat(r.current().version()).isEqualTo(2));
  }

  @Test
  void aVersionIsAlwaysNeeded() {
    assertThat(decide(new Command.Take(null), ANA, 1))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class, r -> assertThat(r.field()).isEqualTo("version"));
  }

  @Test
  void anotherDepartmentMayNotTouchIt() {
    assertThat(decide(new Command.Take(1L), BEN, 1)).isInstanceOf(Refusal.Forbidden.class);
    assertThat(decide(new Command.Take(1L), LEA, 1)).isInstanceOf(Change.class);
  }

  @Test
  void aCaseInSomebodysHandsCannotBeTakenByAnother() {
    done(new Command.Take(1L), ANA, 1);

    assertThat(decide(new Command.Take(2L), LEA, 2))
        .isInstanceOfSatisfying(
            Refusal.NotNow.class, r -> assertThat(r.allowed()).contains("assign"));
  }

  @Test
  void onlyMembersOfTheDepartmentCanBeAssigned() {
    assertThat(decide(new Command.Assign(1L, "ben"), LEA, 1))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class, r -> assertThat(r.allowed()).containsExactly("ana"));
  }

  @Test
  void aTransferLeavesOneQueueAndEntersTheOther() {
    Change change = done(new Command.Transfer(1L, "sales", "wants a new one"), ANA, 1);

    assertThat(state.department()).isEqualTo("sales");
    assertThat(state.assignee()).isEqualTo("ben");
    assertThat(state.notes()).hasSize(1);
    assertThat(change.queue())
        .extracting(QueueEvent::department)
        .containsExactly("customer-service", "sales");
  }

  @Test
  void aTransferToNowhereNamesTheDepartments() {
    assertThat(decide(new Command.Transfer(1L, "legal", null), ANA, 1))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            r ->
                assertThat(r.allowed())
                    .containsExactlyInAnyOrder("sales", "pr", "marketing", "triage"));
  }

  @Test
  void anAnswerIsInTheCaseBeforeItIsSent() {
    Change change = done(new Command.Reply(1L, "We are sorry.", null, null), ANA, 1);

    assertThat(state.replies()).hasSize(1);
    assertThat(state.replies().get(0).state()).isEqualTo(CaseReply.State.REQUESTED);
    assertThat(change.replies()).hasSize(1);
    assertThat(state.status()).isEqualTo(CaseStatus.TAKEN);
  }

  @Test
  void aBrandAnswersUnderItsOwnAccountUnlessAnotherIsNamed() {
    Change own = done(new Command.Reply(1L, "We are sorry.", null, null), ANA, 1);
    Change named = done(new Command.Reply(2L, "More by mail.", "kettlery_help", null), ANA, 2);

    assertThat(state.network()).isEqualTo("mastodon");
    assertThat(own.replies().get(0))
        .isInstanceOfSatisfying(
            ReplyCommandEvent.ReplyRequested.class,
            r -> assertThat(r.account()).isEqualTo("kettlery"));
    assertThat(named.replies().get(0))
        .isInstanceOfSatisfying(
            ReplyCommandEvent.ReplyRequested.class,
            r -> assertThat(r.account()).isEqualTo("kettlery_help"));
  }

  @Test
  void aDeliveredAnswerStopsTheClockAndCountsTheMinutesInHand() {
    done(new Command.Take(1L), ANA, 10);
    done(new Command.Reply(2L, "We are sorry.", null, null), ANA, 15);
    settle(new ReplyOutcomeEvent.ReplyDelivered(replyId(), state.id(), minute(20), "n1", null));

    assertThat(state.status()).isEqualTo(CaseStatus.ANSWERED);
    assertThat(state.due()).isNull();
    assertThat(state.times().firstResponseAt()).isEqualTo(minute(20));
    assertThat(state.times().handledMillis()).isEqualTo(Duration.ofMinutes(10).toMillis());
  }

  @Test
  void aRefusedAnswerStaysWithThePerson() {
    done(new Command.Reply(1L, "We are sorry.", null, null), ANA, 1);
    settle(new ReplyOutcomeEvent.ReplyRefused(replyId(), state.id(), minute(2), "too long"));

    assertThat(state.status()).isEqualTo(CaseStatus.TAKEN);
    assertThat(state.replies().get(0).reason()).isEqualTo("too long");
    assertThat(state.due()).isNotNull();
  }

  @Test
  void anAnswerIsSettledOnce() {
    done(new Command.Reply(1L, "We are sorry.", null, null), ANA, 1);
    ReplyOutcomeEvent delivered =
        new ReplyOutcomeEvent.ReplyDelivered(replyId(), state.id(), minute(2), "n1", null);
    settle(delivered);

    assertThat(Settling.settle(state, delivered)).isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void aResolutionNeedsAKnownOutcome() {
    assertThat(decide(new Command.Resolve(1L, "fixed", null), ANA, 1))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class, r -> assertThat(r.allowed()).contains("taken_private"));
    done(new Command.Resolve(1L, "taken_private", "by mail"), ANA, 1);

    assertThat(state.status()).isEqualTo(CaseStatus.RESOLVED);
    assertThat(state.outcomeNote()).isEqualTo("by mail");
    assertThat(decide(new Command.Take(2L), ANA, 2))
        .isInstanceOfSatisfying(
            Refusal.NotNow.class, r -> assertThat(r.allowed()).contains("reopen"));
  }

  @Test
  void aReopenedCaseHasANewDeadline() {
    done(new Command.Resolve(1L, "solved", null), ANA, 1);
    done(new Command.Reopen(2L), ANA, 60);

    assertThat(state.status()).isEqualTo(CaseStatus.QUEUED);
    assertThat(state.due().at()).isEqualTo(minute(60).plus(Duration.ofHours(8)));
  }

  @Test
  void aMissedDeadlineIsToldOnce() {
    Instant late = state.due().at().plusSeconds(1);
    Change change = (Change) Overdue.breach(state, late);

    assertThat(change.state().breached()).isTrue();
    assertThat(change.events()).first().isInstanceOf(CaseEvent.DeadlineBreached.class);
    assertThat(Overdue.breach(change.state(), late)).isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void everyChangeIsOneVersionAndOneLineOfHistoryAtLeast() {
    int lines = state.history().size();
    done(new Command.Note(1L, "she called, too"), ANA, 1);

    assertThat(state.version()).isEqualTo(2);
    assertThat(state.history()).hasSize(lines + 1);
  }

  private CaseState anOpenCase() {
    Heard post = Heard.complaint("1");
    Placement placement =
        new Placement(
            "customer-service",
            Priority.NORMAL,
            "ana",
            placing.firstResponse(Priority.NORMAL, NOON),
            new Route("An unhappy customer", List.of("It leaks.")),
            false);
    return Opening.open(
            "c-1",
            "Kettlery",
            post.mention(),
            post.classification(),
            placement,
            NOON,
            "system",
            null)
        .state();
  }

  private Decision decide(Command command, Actor actor, int minute) {
    return commands.decide(state, command, actor, Map.of(), minute(minute));
  }

  private Change done(Command command, Actor actor, int minute) {
    Change change = (Change) decide(command, actor, minute);
    state = change.state();
    return change;
  }

  private void settle(ReplyOutcomeEvent event) {
    state = ((Change) Settling.settle(state, event)).state();
  }

  private String replyId() {
    return state.replies().get(0).replyId();
  }

  private static Instant minute(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void whoeverWritesAgainWhileAnAnswerIsOnItsWayStillWaits() {
    done(new Command.Reply(1L, "We are sorry.", null, null), ANA, 10);
    Due due = state.due();
    writesAgain(12);
    settle(new ReplyOutcomeEvent.ReplyDelivered(replyId(), state.id(), minute(15), "n1", null));

    assertThat(state.status()).isEqualTo(CaseStatus.TAKEN);
    assertThat(state.due()).isEqualTo(due);
    assertThat(state.times().firstResponseAt()).isEqualTo(minute(15));
  }

  @Test
  void aCaseWithoutDeadlineThatIsSentToTriageGetsOne() {
    done(new Command.Reply(1L, "We are sorry.", null, null), ANA, 1);
    settle(new ReplyOutcomeEvent.ReplyDelivered(replyId(), state.id(), minute(2), "n1", null));
    done(new Command.Transfer(state.version(), "triage", null), ANA, 60);

    assertThat(state.due().kind()).isEqualTo("triage");
    assertThat(state.due().at()).isEqualTo(minute(120));
  }

  @Test
  void outsideDesksSeeACaseWaitAgainThatWasTakenFromSomebodysHands() {
    done(new Command.Take(1L), LEA, 1);
    Change change = done(new Command.Assign(2L, "ana"), LEA, 2);

    assertThat(state.status()).isEqualTo(CaseStatus.QUEUED);
    assertThat(change.queue())
        .singleElement()
        .isInstanceOfSatisfying(
            QueueEvent.CaseQueued.class, q -> assertThat(q.assignee()).isEqualTo("ana"));
  }

  @Test
  void outsideDesksSeeThatAnAnsweredCaseIsBackInItsOwnersHands() {
    done(new Command.Reply(1L, "We are sorry.", null, null), ANA, 1);
    settle(new ReplyOutcomeEvent.ReplyDelivered(replyId(), state.id(), minute(2), "n1", null));
    Change change = writesAgain(30);

    assertThat(state.status()).isEqualTo(CaseStatus.TAKEN);
    assertThat(change.queue())
        .extracting(q -> q.getClass().getSimpleName())
        .containsExactly("CaseQueued", "CaseTaken");
  }

  private Change writesAgain(int minute) {
    Heard post = Heard.complaint("2").in("1").at(minute(minute));
    Change change =
        (Change)
            Joining.join(
                state,
                post.mention(),
                post.classification(),
                Optional.empty(),
                placing,
                minute(minute));
    state = change.state();
    return change;
  }
}
