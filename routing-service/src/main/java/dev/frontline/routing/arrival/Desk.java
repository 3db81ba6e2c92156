package dev.frontline.routing.arrival;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.classification.ClassifyEvent.MentionClassified;
import dev.frontline.routing.casefile.Change;
import dev.frontline.routing.casefile.Decision;
import dev.frontline.routing.casefile.Refusal;
import dev.frontline.routing.store.CaseDocument;
import dev.frontline.routing.store.Cases;
import dev.frontline.routing.store.MentionOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a batch of posts is decided on: the cases and outcomes as they were read, and as they become
 * while the batch is worked through in order. Nothing is written here.
 */
final class Desk {

  private final Map<String, CaseDocument> read;
  private final Map<String, CaseDocument> cases;
  private final Set<String> readOutcomes;
  private final Map<String, MentionOutcome> outcomes;
  private final Map<String, MentionOutcome> decided = new LinkedHashMap<>();
  private final Map<String, Integer> load;
  private final Set<String> erased;
  private final Map<String, List<MentionClassified>> early;

  Desk(
      Map<String, CaseDocument> cases,
      Map<String, MentionOutcome> outcomes,
      Map<String, Integer> load,
      Set<String> erased,
      Map<String, List<MentionClassified>> early) {
    this.read = Map.copyOf(cases);
    this.cases = new LinkedHashMap<>(cases);
    this.readOutcomes = Set.copyOf(outcomes.keySet());
    this.outcomes = new HashMap<>(outcomes);
    this.load = load;
    this.erased = erased;
    this.early = early;
  }

  Optional<CaseState> find(String caseId) {
    return Optional.ofNullable(cases.get(caseId)).map(CaseDocument::state);
  }

  Optional<MentionOutcome> outcome(String mentionId) {
    return Optional.ofNullable(outcomes.get(mentionId));
  }

  /** Whether the mention had an outcome in the store when this was read. */
  boolean hasRead(String mentionId) {
    return readOutcomes.contains(mentionId);
  }

  /** What our own accounts said below the post before it was heard. */
  List<MentionClassified> saidEarly(String mentionId) {
    return early.getOrDefault(mentionId, List.of());
  }

  boolean isErased(String author) {
    return erased.contains(author);
  }

  /** Cases in hand by person, those proposed in this batch included. */
  Map<String, Integer> load() {
    return load;
  }

  /** Takes a decision over; a refusal cannot come of an event. */
  CaseState take(Decision decision) {
    if (decision instanceof Change change) {
      CaseState state = change.state();
      CaseDocument before = cases.get(state.id());
      countLoad(before, state);
      cases.put(state.id(), CaseDocument.after(before, change));
      return state;
    }
    if (decision instanceof Decision.Unchanged unchanged) {
      return unchanged.state();
    }
    throw new IllegalStateException("an event was refused: " + ((Refusal) decision).detail());
  }

  /** Whether the post is counted in the case as folded. */
  boolean hasFolded(String caseId, String mentionId) {
    CaseDocument document = cases.get(caseId);
    return document != null && document.foldedIds().contains(mentionId);
  }

  void rememberFolded(String caseId, String mentionId) {
    cases.computeIfPresent(caseId, (id, document) -> document.folded(mentionId));
  }

  /** Notes where a mention ended now; told even where it is as before. */
  void decide(MentionOutcome outcome) {
    outcomes.put(outcome.id(), outcome);
    decided.put(outcome.id(), outcome);
  }

  Optional<MentionOutcome> decided(String mentionId) {
    return Optional.ofNullable(decided.get(mentionId));
  }

  Collection<MentionOutcome> decided() {
    return decided.values();
  }

  /** What must be written, under guard of what was read. */
  List<Cases.Guarded> changed() {
    List<Cases.Guarded> writes = new ArrayList<>();
    for (CaseDocument document : cases.values()) {
      CaseDocument before = read.get(document.state().id());
      long version = before == null ? 0 : before.state().version();
      if (document.state().version() != version) {
        writes.add(new Cases.Guarded(document, version));
      }
    }
    return writes;
  }

  /** Everything that has something to tell, left over from before or new. */
  List<CaseDocument> untold() {
    return cases.values().stream().filter(d -> !d.outbox().isEmpty()).toList();
  }

  private void countLoad(CaseDocument before, CaseState after) {
    String was = before == null ? null : before.state().assignee();
    String is = after.assignee();
    if (is != null && !is.equals(was)) {
      load.merge(is, 1, Integer::sum);
    }
  }
}
