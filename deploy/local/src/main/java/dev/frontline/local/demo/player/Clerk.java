package dev.frontline.local.demo.player;

import dev.frontline.contracts.casefile.CaseReply;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.kit.company.Company;
import dev.frontline.local.demo.stream.StoryLine;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does for the people of the story what they would do by hand, through the same commands. */
final class Clerk {

  private static final Set<MentionRouted.Outcome> MADE_A_CASE =
      Set.of(MentionRouted.Outcome.OPENED, MentionRouted.Outcome.JOINED);
  private static final Duration LOOKED_AT = Duration.ofMinutes(25);
  private static final int TRIES = 4;
  private static final int POLLS = 50;

  private final Services services;
  private final Cast cast;
  private final Lead lead;

  Clerk(Services services, Company company) {
    this.services = services;
    this.cast = new Cast(company);
    this.lead = new Lead(services, cast.lead());
  }

  /** Who says what posts are. */
  Lead lead() {
    return lead;
  }

  /** Whether it is over with, or must be tried again a little later. */
  enum Result {
    DONE,
    LATER
  }

  /**
   * Does what the step says.
   *
   * @param at when it is done, in back-fill; null for now
   * @return whether it is over with
   */
  boolean perform(Step step, @Nullable Instant at) throws IOException, InterruptedException {
    StoryLine line = step.line();
    if (step.kind() == Step.Kind.CORRECT) {
      return lead.correct(line, at) == Result.DONE;
    }
    StoryLine.Answer answer = line.answer();
    return (answer == null ? close(line, at) : answer(line, answer, at)) == Result.DONE;
  }

  /**
   * Answers as the line says, and closes the case where it says so.
   *
   * @param at when it is done, in back-fill; null for now
   */
  Result answer(StoryLine line, StoryLine.Answer answer, @Nullable Instant at)
      throws IOException, InterruptedException {
    Optional<MentionRouted> routed = services.routed(line.id());
    if (routed.isEmpty()) {
      return Result.LATER;
    }
    List<CaseState> open = Lead.openCases(services, routed.get());
    for (CaseState state : open) {
      if (state.department().equals(Company.TRIAGE)) {
        lead.label(line, state, before(at, state));
        return Result.LATER;
      }
    }
    for (int i = 0; i < open.size(); i++) {
      if (i == 0) {
        answer(open.get(0), answer, at);
      } else {
        together(open.get(i), open.get(0), answer, at);
      }
    }
    return Result.DONE;
  }

  private void answer(CaseState found, StoryLine.Answer answer, @Nullable Instant at)
      throws IOException, InterruptedException {
    CaseState state = found;
    boolean begun = state.status() != CaseStatus.QUEUED || !state.replies().isEmpty();
    if (at == null && answer.text() != null && begun) {
      return; // somebody who watches the demo took it
    }
    String who = cast.actor(answer.by(), state);
    if (state.status() == CaseStatus.QUEUED) {
      state = act(state, "take", Map.of(), who, at);
    }
    if (answer.text() != null) {
      state = settled(act(state, "replies", Map.of("text", answer.text()), who, at));
    }
    if (answer.outcome() != null) {
      act(state, "resolve", Map.of("outcome", answer.outcome()), who, afterwards(at));
    }
  }

  /** A post about two brands has two cases and one answer. */
  private void together(
      CaseState state, CaseState answered, StoryLine.Answer answer, @Nullable Instant at)
      throws IOException {
    if (answer.outcome() == null || state.status() != CaseStatus.QUEUED) {
      return;
    }
    Map<String, Object> body =
        Map.of(
            "outcome",
            answer.outcome(),
            "note",
            "Answered together with " + answered.brand() + ".");
    act(state, "resolve", body, cast.actor(answer.by(), state), afterwards(at));
  }

  /**
   * Closes what came of a post for which the story has no answer: the classifier misheard it, or
   * its author only said thanks. Nothing happens where somebody else is at it.
   *
   * @param at when it is done, in back-fill; null for now
   */
  Result close(StoryLine line, @Nullable Instant at) throws IOException {
    Optional<MentionRouted> routed = services.routed(line.id());
    if (routed.isEmpty()) {
      return Result.LATER;
    }
    if (!MADE_A_CASE.contains(routed.get().outcome())) {
      return Result.DONE;
    }
    for (CaseState state : Lead.openCases(services, routed.get())) {
      if (state.department().equals(Company.TRIAGE)) {
        lead.label(line, state, at);
        return Result.LATER;
      }
      boolean said = state.replies().stream().anyMatch(r -> r.state() == CaseReply.State.DELIVERED);
      boolean taken = state.status() == CaseStatus.TAKEN && !said;
      if (state.status() != CaseStatus.ANSWERED && !taken) {
        String outcome = said ? "answered" : "no_answer_needed";
        act(state, "resolve", Map.of("outcome", outcome), cast.actor("assignee", state), at);
      }
    }
    return Result.DONE;
  }

  /** Triage is looked at sooner than the answer is written. */
  private static @Nullable Instant before(@Nullable Instant at, CaseState state) {
    if (at == null) {
      return null;
    }
    Instant soon = state.times().openedAt().plus(LOOKED_AT);
    return soon.isBefore(at) ? soon : at;
  }

  private static @Nullable Instant afterwards(@Nullable Instant at) {
    return at == null ? null : at.plus(Duration.ofMinutes(3));
  }

  /** Waits, not for long, until the network has taken or refused the answer. */
  private CaseState settled(CaseState state) throws IOException, InterruptedException {
    CaseState now = state;
    for (int i = 0; i < POLLS && waits(now); i++) {
      Thread.sleep(100);
      now = services.caseOf(state.id()).orElse(now);
    }
    return now;
  }

  private static boolean waits(CaseState state) {
    return state.replies().stream().anyMatch(r -> r.state() == CaseReply.State.REQUESTED);
  }

  /** Tries again with the newest version where somebody was quicker; gives up quietly. */
  private CaseState act(
      CaseState state, String verb, Map<String, Object> body, String who, @Nullable Instant at)
      throws IOException {
    CaseState now = state;
    for (int i = 0; i < TRIES; i++) {
      Map<String, Object> versioned = new HashMap<>(body);
      versioned.put("version", now.version());
      Optional<CaseState> after = services.act(now.id(), verb, versioned, who, at);
      if (after.isPresent()) {
        return after.get();
      }
      CaseState newest = services.caseOf(now.id()).orElse(now);
      if (newest.version() == now.version()) {
        return now; // not a race: routing says no
      }
      now = newest;
    }
    return now;
  }
}
