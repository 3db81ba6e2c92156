package dev.frontline.local.demo.player;

import dev.frontline.contracts.Json;
import dev.frontline.contracts.Required;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseReply;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.classification.Labels;
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
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Does for the people of the story what they would do by hand, through the same commands. */
final class Clerk {

  private static final List<String> JUDGED =
      List.of(
          Labels.COMPLAINT,
          Labels.LEAD,
          Labels.PR_RISK,
          Labels.PRAISE,
          Labels.QUESTION,
          Labels.NOISE);
  private static final int TRIES = 4;
  private static final int POLLS = 50;

  private final Services services;
  private final Cast cast;
  private final Set<String> labelled = ConcurrentHashMap.newKeySet();

  Clerk(Services services, Company company) {
    this.services = services;
    this.cast = new Cast(company);
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
    Result result =
        step.kind() == Step.Kind.CORRECT
            ? correct(line, at)
            : answer(line, Required.value("answer", line.answer()), at);
    return result == Result.DONE;
  }

  /**
   * Answers as the line says, and closes the case where it says so.
   *
   * @param at when it is done, in back-fill; null for now
   */
  Result answer(StoryLine line, StoryLine.Answer answer, @Nullable Instant at)
      throws IOException, InterruptedException {
    Optional<CaseState> found = openCase(line);
    if (found.isEmpty()) {
      return services.routed(line.id()).isPresent() ? Result.DONE : Result.LATER;
    }
    CaseState state = found.get();
    if (state.department().equals(Company.TRIAGE)) {
      label(line, state, at);
      return Result.LATER;
    }
    boolean begun = state.status() != CaseStatus.QUEUED || !state.replies().isEmpty();
    if (at == null && answer.text() != null && begun) {
      return Result.DONE; // somebody who watches the demo took it
    }
    String who = cast.actor(answer.by(), state);
    if (state.status() == CaseStatus.QUEUED) {
      state = act(state, "take", Map.of(), who, at);
    }
    if (answer.text() != null) {
      state = settled(act(state, "replies", Map.of("text", answer.text()), who, at));
    }
    if (answer.outcome() != null) {
      Instant end = at == null ? null : at.plus(Duration.ofMinutes(3));
      act(state, "resolve", Map.of("outcome", answer.outcome()), who, end);
    }
    return Result.DONE;
  }

  /** The lead sets the labels of the post right, wherever it stands. */
  Result correct(StoryLine line, @Nullable Instant at) throws IOException {
    Optional<MentionRouted> routed = services.routed(line.id());
    if (routed.isEmpty()) {
      return Result.LATER;
    }
    Optional<CaseState> found = caseOf(routed.get());
    if (found.isPresent()) {
      label(line, found.get(), at);
      return Result.DONE;
    }
    if (line.expect() == null || labelled.contains(line.id())) {
      return Result.DONE;
    }
    if (!services.correctOnPage(line.id(), labels(line.expect()), cast.lead())) {
      return Result.LATER;
    }
    labelled.add(line.id());
    return Result.DONE;
  }

  /** The lead decides a post that waits in triage; nothing happens to one that does not. */
  void triage(StoryLine line, Instant at) throws IOException {
    Optional<MentionRouted> routed = services.routed(line.id());
    if (routed.isPresent() && Company.TRIAGE.equals(routed.get().department())) {
      Optional<CaseState> found = openCase(line);
      if (found.isPresent() && found.get().department().equals(Company.TRIAGE)) {
        label(line, found.get(), at);
      }
    }
  }

  private Optional<CaseState> openCase(StoryLine line) throws IOException {
    Optional<MentionRouted> routed = services.routed(line.id());
    return routed.isEmpty()
        ? Optional.empty()
        : caseOf(routed.get()).filter(c -> c.status() != CaseStatus.RESOLVED);
  }

  private Optional<CaseState> caseOf(MentionRouted routed) throws IOException {
    return routed.caseIds().isEmpty() ? Optional.empty() : services.caseOf(routed.caseIds().get(0));
  }

  private void label(StoryLine line, CaseState state, @Nullable Instant at) throws IOException {
    if (line.expect() == null || labelled.contains(line.id())) {
      return;
    }
    for (CaseMention one : state.mentions()) {
      if (one.mention().id().equals(line.id())) {
        services.correct(
            Json.MAPPER.valueToTree(one.mention()),
            Json.MAPPER.valueToTree(one.classification()),
            labels(line.expect()),
            cast.lead(),
            at);
      }
    }
    labelled.add(line.id());
  }

  private static Map<String, Boolean> labels(StoryLine.Expect expect) {
    Map<String, Boolean> labels = new HashMap<>();
    JUDGED.forEach(label -> labels.put(label, expect.labels().contains(label)));
    return labels;
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
