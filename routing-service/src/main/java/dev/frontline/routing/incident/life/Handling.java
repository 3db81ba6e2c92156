package dev.frontline.routing.incident.life;

import dev.frontline.contracts.incident.ChecklistItem;
import dev.frontline.contracts.incident.IncidentEvent;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.IncidentStatus;
import dev.frontline.contracts.incident.Statement;
import dev.frontline.routing.casefile.Actor;
import dev.frontline.routing.timer.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks who may do what to an incident and when, and does it. */
public final class Handling {

  private static final int LONGEST = 5_000;

  private Handling() {}

  /**
   * @param now when the command counts as given
   */
  public static IncidentDecision decide(
      IncidentState state, IncidentCommand command, Actor actor, Instant now) {
    List<String> roles = Rights.roles(state);
    if (roles.stream().noneMatch(actor.roles()::contains)) {
      return new IncidentDecision.Refused(
          403, actor.user() + " has none of the roles", roles, null);
    }
    boolean afterwards =
        command instanceof IncidentCommand.Judge || command instanceof IncidentCommand.Note;
    if (state.status().ended() && !afterwards) {
      return notNow(state, "It has ended");
    }
    IncidentDraft draft = new IncidentDraft(state);
    draft.people.add(actor.user());
    if (command instanceof IncidentCommand.Acknowledge) {
      return acknowledge(state, draft, actor, now);
    }
    if (command instanceof IncidentCommand.Confirm) {
      return confirm(state, draft, actor, now);
    }
    if (command instanceof IncidentCommand.Join) {
      return state.people().contains(actor.user())
          ? new IncidentDecision.Same(state)
          : changed(
              draft.line(now, actor.user(), "joined", "Came into the room."), actor, now, "people");
    }
    if (command instanceof IncidentCommand.Note c) {
      return withText(
          "text",
          c.text(),
          text -> changed(draft.line(now, actor.user(), "note", text), actor, now, "note"));
    }
    if (command instanceof IncidentCommand.Draft c) {
      return withText("text", c.text(), text -> draft(draft, text, actor, now));
    }
    if (command instanceof IncidentCommand.Approve c) {
      return approve(state, draft, c.text(), actor, now);
    }
    if (command instanceof IncidentCommand.Check c) {
      return check(state, draft, c, actor, now);
    }
    if (command instanceof IncidentCommand.Pause c) {
      return pause(state, draft, !Boolean.FALSE.equals(c.paused()), actor, now);
    }
    if (command instanceof IncidentCommand.Handle) {
      return handle(state, draft, actor, now);
    }
    if (command instanceof IncidentCommand.Close c) {
      return end(draft, IncidentStatus.CLOSED, "closed", c.note(), actor, now);
    }
    if (command instanceof IncidentCommand.Dismiss c) {
      draft.real = draft.real == null ? Boolean.FALSE : draft.real;
      return end(draft, IncidentStatus.DISMISSED, "dismissed", c.reason(), actor, now);
    }
    return judge(state, draft, ((IncidentCommand.Judge) command).real(), actor, now);
  }

  private static IncidentDecision acknowledge(
      IncidentState state, IncidentDraft draft, Actor actor, Instant now) {
    if (state.times().acknowledgedAt() != null) {
      return new IncidentDecision.Same(state);
    }
    if (state.status() != IncidentStatus.ALERTED) {
      return notNow(state, "Nobody is called");
    }
    acknowledged(draft, actor, now);
    IncidentState after = draft.next();
    return told(after, new IncidentEvent.IncidentAcknowledged(after, now, actor.user()));
  }

  private static void acknowledged(IncidentDraft draft, Actor actor, Instant now) {
    draft.acknowledgedAt = now;
    draft.due = null;
    draft.owner = actor.user();
    draft.line(now, actor.user(), "acknowledged", "Saw the alarm and handles it.");
  }

  private static IncidentDecision confirm(
      IncidentState state, IncidentDraft draft, Actor actor, Instant now) {
    if (state.status() == IncidentStatus.CONFIRMED || state.status() == IncidentStatus.HANDLED) {
      return new IncidentDecision.Same(state);
    }
    if (draft.acknowledgedAt == null) {
      acknowledged(draft, actor, now);
    }
    draft.status = IncidentStatus.CONFIRMED;
    draft.confirmedAt = now;
    draft.alertedAt = draft.alertedAt == null ? now : draft.alertedAt;
    draft.real = Boolean.TRUE;
    draft.line(now, actor.user(), "confirmed", "Says that it is one.");
    IncidentState after = draft.next();
    return told(after, new IncidentEvent.IncidentConfirmed(after, now, actor.user()));
  }

  private static IncidentDecision draft(
      IncidentDraft draft, String text, Actor actor, Instant now) {
    draft.statement = new Statement(text, actor.user(), now, null, null);
    draft.line(now, actor.user(), "drafted", "Drafted the holding statement.");
    return changed(draft, actor, now, "statement");
  }

  private static IncidentDecision approve(
      IncidentState state, IncidentDraft draft, @Nullable String seen, Actor actor, Instant now) {
    Statement statement = state.statement();
    if (statement == null) {
      return notNow(state, "There is no holding statement to approve");
    }
    if (seen != null && !seen.strip().equals(statement.text().strip())) {
      return new IncidentDecision.Refused(
          409, "The wording has changed since you saw it", List.of(statement.text()), "text");
    }
    if (statement.usable()) {
      return new IncidentDecision.Same(state);
    }
    draft.statement =
        new Statement(
            statement.text(), statement.draftedBy(), statement.draftedAt(), actor.user(), now);
    draft.statementAt = draft.statementAt == null ? now : draft.statementAt;
    draft.line(
        now,
        actor.user(),
        "approved",
        "Approved the holding statement: it stands ready in every attached case.");
    IncidentState after = draft.next();
    return told(after, new IncidentEvent.StatementApproved(after, now, actor.user()));
  }

  private static IncidentDecision check(
      IncidentState state,
      IncidentDraft draft,
      IncidentCommand.Check command,
      Actor actor,
      Instant now) {
    Integer item = command.item();
    if (item == null || item < 0 || item >= state.checklist().size()) {
      return new IncidentDecision.Refused(
          422, "There is no such step", List.of("0 to " + (state.checklist().size() - 1)), "item");
    }
    boolean done = !Boolean.FALSE.equals(command.done());
    ChecklistItem was = state.checklist().get(item);
    if (done == (was.doneBy() != null)) {
      return new IncidentDecision.Same(state);
    }
    List<ChecklistItem> checklist = new ArrayList<>(state.checklist());
    checklist.set(
        item, new ChecklistItem(was.text(), done ? actor.user() : null, done ? now : null));
    draft.checklist = List.copyOf(checklist);
    draft.line(now, actor.user(), "checklist", (done ? "Done: " : "Open again: ") + was.text());
    return changed(draft, actor, now, "checklist");
  }

  private static IncidentDecision pause(
      IncidentState state, IncidentDraft draft, boolean paused, Actor actor, Instant now) {
    if (state.paused() == paused) {
      return new IncidentDecision.Same(state);
    }
    draft.paused = paused;
    draft.line(
        now,
        actor.user(),
        paused ? "paused" : "resumed",
        paused ? "Holds planned messages back." : "Lets planned messages go out again.");
    IncidentState after = draft.next();
    Timer message = Clocks.pause(state.id(), after.version(), now);
    return new IncidentDecision.Changed(
        after,
        List.of(new IncidentEvent.IncidentChanged(after, now, actor.user(), "publishing")),
        List.of(message));
  }

  private static IncidentDecision handle(
      IncidentState state, IncidentDraft draft, Actor actor, Instant now) {
    if (state.status() == IncidentStatus.HANDLED) {
      return new IncidentDecision.Same(state);
    }
    if (state.status() != IncidentStatus.CONFIRMED) {
      return notNow(state, "Nobody has said yet that it is one");
    }
    draft.status = IncidentStatus.HANDLED;
    draft.handledAt = now;
    draft.line(now, actor.user(), "handled", "Says that the matter is in hand.");
    IncidentState after = draft.next();
    return told(after, new IncidentEvent.IncidentHandled(after, now, actor.user()));
  }

  private static IncidentDecision end(
      IncidentDraft draft,
      IncidentStatus status,
      String what,
      @Nullable String note,
      Actor actor,
      Instant now) {
    if (note != null && note.length() > LONGEST) {
      return tooLong("note");
    }
    draft.status = status;
    draft.endedAt = now;
    draft.due = null;
    List<Timer> timers = new ArrayList<>();
    boolean wasPaused = draft.paused;
    draft.paused = false;
    String says = status == IncidentStatus.CLOSED ? "Closed it." : "Dismissed it: it was none.";
    draft.line(now, actor.user(), what, note == null || note.isBlank() ? says : says + " " + note);
    IncidentState after = draft.next();
    if (wasPaused) {
      timers.add(Clocks.pause(after.id(), after.version(), now));
    }
    IncidentEvent event =
        status == IncidentStatus.CLOSED
            ? new IncidentEvent.IncidentClosed(after, now, actor.user())
            : new IncidentEvent.IncidentDismissed(after, now, actor.user());
    return new IncidentDecision.Changed(after, List.of(event), timers);
  }

  private static IncidentDecision judge(
      IncidentState state, IncidentDraft draft, @Nullable Boolean real, Actor actor, Instant now) {
    if (real == null) {
      return new IncidentDecision.Refused(
          422, "real is required", List.of("true", "false"), "real");
    }
    if (real.equals(state.real())) {
      return new IncidentDecision.Same(state);
    }
    draft.real = real;
    draft.line(now, actor.user(), "judged", real ? "The alarm was right." : "The alarm was false.");
    return changed(draft, actor, now, "verdict");
  }

  private static IncidentDecision withText(
      String field, @Nullable String text, Function<String, IncidentDecision> then) {
    if (text == null || text.isBlank()) {
      return new IncidentDecision.Refused(422, field + " is required: a text", List.of(), field);
    }
    return text.length() > LONGEST ? tooLong(field) : then.apply(text.strip());
  }

  private static IncidentDecision tooLong(String field) {
    return new IncidentDecision.Refused(
        422, field + " is too long", List.of("at most " + LONGEST + " characters"), field);
  }

  private static IncidentDecision notNow(IncidentState state, String detail) {
    return new IncidentDecision.Refused(409, detail, Rights.allowed(state), null);
  }

  private static IncidentDecision changed(
      IncidentDraft draft, Actor actor, Instant now, String what) {
    IncidentState after = draft.next();
    return told(after, new IncidentEvent.IncidentChanged(after, now, actor.user(), what));
  }

  private static IncidentDecision told(IncidentState after, IncidentEvent event) {
    return new IncidentDecision.Changed(after, List.of(event), List.of());
  }
}
