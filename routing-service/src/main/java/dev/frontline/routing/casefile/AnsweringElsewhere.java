package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.queue.QueueEvent;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A person answered by the network's own application, where answers cannot go out from here. */
final class AnsweringElsewhere {

  private AnsweringElsewhere() {}

  /** The case is answered and its clock stops at the moment when it is said. */
  static Decision answered(CaseState state, Command.Answered command, Actor actor, Instant now) {
    Optional<Refusal> notNow = Answering.notNow(state, actor);
    if (notNow.isPresent()) {
      return notNow.get();
    }
    if (state.status() == CaseStatus.ANSWERED) {
      return new Refusal.NotNow(state, "It is answered already", Commands.allowed(state));
    }
    String url = command.url() == null || command.url().isBlank() ? null : command.url().strip();
    if (url != null && !isWeb(url)) {
      return new Refusal.Invalid(
          "url", "url must be the web address of the answer", List.of("https://…", "nothing"));
    }
    CaseDraft draft = new CaseDraft(state);
    boolean takes = state.status() != CaseStatus.TAKEN;
    if (takes) {
      draft.assignee = actor.user();
    }
    if (draft.times.firstResponseAt == null) {
      draft.times.firstResponseAt = now;
    }
    draft.due = null;
    draft.handsOff(now);
    draft.status = CaseStatus.ANSWERED;
    draft.line(
        now,
        actor.user(),
        "answered",
        actor.user()
            + " answered on "
            + state.network()
            + " itself"
            + (url == null ? "" : ": " + url));
    CaseState next = draft.next();
    List<QueueEvent> queue = takes ? List.of(QueueLines.taken(next, now, actor.user())) : List.of();
    return new Change(
        next, List.of(new CaseEvent.AnsweredElsewhere(next, now, actor.user())), queue, List.of());
  }

  private static boolean isWeb(String url) {
    try {
      URI address = URI.create(url);
      return address.getHost() != null
          && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
