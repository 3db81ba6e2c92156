package dev.frontline.routing.casefile;

import dev.frontline.contracts.casefile.CaseEvent;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseNote;
import dev.frontline.contracts.casefile.CaseReply;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.contracts.queue.QueueEvent;
import dev.frontline.contracts.reply.ReplyCommandEvent;
import dev.frontline.kit.speaking.Choice;
import dev.frontline.kit.speaking.Speaking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words written in a case: to colleagues, and to the author. */
final class Answering {

  static final int LONGEST_NOTE = 10_000;
  static final int LONGEST_REPLY = 5_000;

  private Answering() {}

  static Decision note(CaseState state, @Nullable String text, Actor actor, Instant now) {
    if (text == null || text.isBlank() || text.length() > LONGEST_NOTE) {
      return wrongText(LONGEST_NOTE);
    }
    CaseDraft draft = new CaseDraft(state);
    draft.notes.add(new CaseNote(actor.user(), now, text.strip()));
    draft.line(now, actor.user(), "note", actor.user() + " left a note");
    CaseState next = draft.next();
    return Change.of(next, new CaseEvent.NoteAdded(next, now, actor.user()));
  }

  /** State first: the answer is in the case before anything is sent. */
  static Decision reply(
      CaseState state, Command.Reply command, Speaking speaking, Actor actor, Instant now) {
    if (command.text() == null
        || command.text().isBlank()
        || command.text().length() > LONGEST_REPLY) {
      return wrongText(LONGEST_REPLY);
    }
    Optional<Refusal> notNow = notNow(state, actor);
    if (notNow.isPresent()) {
      return notNow.get();
    }
    List<CaseMention> standing = Posts.standing(state);
    if (standing.isEmpty()) {
      return new Refusal.NotNow(
          state, "No post is left to answer", List.of("notes", "transfer", "resolve"));
    }
    Optional<CaseMention> post =
        command.mentionId() == null
            ? Optional.of(standing.get(standing.size() - 1))
            : standing.stream()
                .filter(m -> m.mention().id().equals(command.mentionId()))
                .findFirst();
    if (post.isEmpty()) {
      return new Refusal.Invalid(
          "mentionId",
          "mentionId must be a post of this case that still stands",
          standing.stream().map(m -> m.mention().id()).toList());
    }
    return spoken(state, post.get().mention(), command, speaking, actor, now);
  }

  /** Why the case cannot be answered by this person in any way; empty where it can. */
  static Optional<Refusal> notNow(CaseState state, Actor actor) {
    if (state.status() == CaseStatus.RESOLVED) {
      return Optional.of(
          new Refusal.NotNow(
              state,
              "A resolved case cannot be answered; reopen it first",
              Commands.allowed(state)));
    }
    boolean others =
        state.status() == CaseStatus.TAKEN
            && state.assignee() != null
            && !state.assignee().equals(actor.user());
    return others && !actor.leads()
        ? Optional.of(
            new Refusal.NotNow(
                state,
                state.assignee() + " works on it; it can be assigned to somebody else",
                List.of("assign", "notes", "transfer")))
        : Optional.empty();
  }

  private static Decision spoken(
      CaseState state,
      Mention post,
      Command.Reply command,
      Speaking speaking,
      Actor actor,
      Instant now) {
    List<Mention> ours =
        state.mentions().stream().map(CaseMention::mention).filter(Mention::own).toList();
    Choice choice = speaking.choose(state.brand(), post, ours, command.account(), actor.roles());
    if (choice instanceof Choice.Speaks speaks) {
      return submitted(state, post, command, speaks.account(), actor, now);
    }
    if (choice instanceof Choice.Nobody nobody) {
      return new Refusal.Invalid("account", nobody.detail(), nobody.allowed());
    }
    if (choice instanceof Choice.MayNot not) {
      return new Refusal.Forbidden(not.detail(), not.allowed());
    }
    return new Refusal.NotNow(
        state,
        ((Choice.Elsewhere) choice).detail() + " Answer on the network itself, then mark it so.",
        List.of("answered", "notes", "transfer", "resolve"));
  }

  private static Change submitted(
      CaseState state,
      Mention post,
      Command.Reply command,
      @Nullable String account,
      Actor actor,
      Instant now) {
    String replyId = state.id() + "-r" + (state.replies().size() + 1);
    String text = String.valueOf(command.text()).strip();
    CaseDraft draft = new CaseDraft(state);
    draft.replies.add(
        new CaseReply(
            replyId,
            post.id(),
            text,
            account,
            actor.user(),
            now,
            CaseReply.State.REQUESTED,
            null,
            null,
            null,
            null));
    boolean takes = state.status() != CaseStatus.TAKEN;
    if (takes) {
      draft.status = CaseStatus.TAKEN;
      draft.assignee = actor.user();
    }
    draft.times.taken(now);
    draft.line(
        now,
        actor.user(),
        takes ? "answering" : "reply",
        actor.user() + " sent an answer" + (account == null ? "" : " as " + account));
    CaseState next = draft.next();
    List<QueueEvent> queue = takes ? List.of(QueueLines.taken(next, now, actor.user())) : List.of();
    return new Change(
        next,
        List.of(new CaseEvent.ReplySubmitted(next, now, actor.user(), replyId)),
        queue,
        List.of(
            new ReplyCommandEvent.ReplyRequested(
                replyId,
                state.id(),
                post.id(),
                post.network(),
                post.source(),
                post.conversationId(),
                text,
                account,
                actor.user(),
                now)));
  }

  private static Refusal wrongText(int longest) {
    return new Refusal.Invalid(
        "text",
        "text is required and has at most " + longest + " characters",
        List.of("1 to " + longest + " characters"));
  }
}
