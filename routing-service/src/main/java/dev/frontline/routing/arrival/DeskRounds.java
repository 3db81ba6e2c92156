package dev.frontline.routing.arrival;

import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.contracts.classification.ClassifyEvent.MentionClassified;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.routing.casefile.CaseKey;
import dev.frontline.routing.store.CaseDocument;
import dev.frontline.routing.store.Cases;
import dev.frontline.routing.store.EarlyAnswers;
import dev.frontline.routing.store.ErasedAuthors;
import dev.frontline.routing.store.MentionOutcome;
import dev.frontline.routing.store.Outcomes;
import dev.frontline.routing.store.Telling;
import dev.frontline.routing.store.Workload;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Works a batch off against the store: reads everything it needs, lets it be decided, writes all
 * cases at once, tells, and does again what lost a race with another writer.
 */
public final class DeskRounds {

  private static final int MOST_ROUNDS = 20;

  private final Cases cases;
  private final Outcomes outcomes;
  private final ErasedAuthors erased;
  private final EarlyAnswers early;
  private final Workload workload;
  private final Telling telling;
  private final Clock clock;

  public DeskRounds(
      Cases cases,
      Outcomes outcomes,
      ErasedAuthors erased,
      EarlyAnswers early,
      Workload workload,
      Telling telling,
      Clock clock) {
    this.cases = cases;
    this.outcomes = outcomes;
    this.erased = erased;
    this.early = early;
    this.workload = workload;
    this.telling = telling;
    this.clock = clock;
  }

  /**
   * Returns once everything is stored and told.
   *
   * @throws IllegalStateException where other writers were faster 20 times in a row
   */
  void run(List<ClassifyEvent> events, BiConsumer<Desk, ClassifyEvent> decide) {
    List<ClassifyEvent> open = events;
    for (int round = 0; !open.isEmpty(); round++) {
      if (round == MOST_ROUNDS) {
        throw new IllegalStateException("cases were changed by others 20 times in a row");
      }
      open = round(open, decide);
    }
  }

  private List<ClassifyEvent> round(
      List<ClassifyEvent> events, BiConsumer<Desk, ClassifyEvent> decide) {
    Desk desk = read(events);
    events.forEach(event -> decide.accept(desk, event));
    Set<String> lost = cases.write(desk.changed(), clock.instant());
    List<MentionOutcome> stored =
        desk.decided().stream()
            .filter(o -> o.event().caseIds().stream().noneMatch(lost::contains))
            .toList();
    Map<Boolean, List<MentionOutcome>> byWhetherRead =
        stored.stream().collect(Collectors.partitioningBy(o -> desk.hasRead(o.id())));
    outcomes.add(byWhetherRead.get(false));
    outcomes.write(byWhetherRead.get(true));
    List<CaseDocument> untold =
        desk.untold().stream().filter(d -> !lost.contains(d.state().id())).toList();
    telling.tell(untold, stored);
    return events.stream()
        .filter(
            e ->
                desk.decided(e.mentionId())
                    .filter(o -> o.event().caseIds().stream().anyMatch(lost::contains))
                    .isPresent())
        .toList();
  }

  private Desk read(List<ClassifyEvent> events) {
    Set<String> mentionIds = new LinkedHashSet<>();
    Set<String> authors = new LinkedHashSet<>();
    Set<CaseKey> keys = new LinkedHashSet<>();
    Set<String> theirs = new LinkedHashSet<>();
    for (ClassifyEvent event : events) {
      mentionIds.add(event.mentionId());
      Optional<Mention> mention = ArrivalBatch.mention(event);
      Optional<Classification> classification = ArrivalBatch.classification(event);
      if (mention.isPresent() && classification.isPresent()) {
        mentionIds.addAll(Matches.concerned(mention.get(), classification.get()));
        authors.add(Arrivals.authorOf(mention.get()));
        if (!mention.get().own()) {
          theirs.add(event.mentionId());
          Matches.toRoute(mention.get(), classification.get())
              .forEach(match -> keys.add(CaseKey.of(match.name(), mention.get())));
        }
      }
    }
    Map<String, List<MentionClassified>> answers = early.below(theirs);
    answers.values().stream()
        .flatMap(List::stream)
        .forEach(e -> mentionIds.addAll(Matches.concerned(e.mention(), e.classification())));
    Map<String, MentionOutcome> known = outcomes.read(mentionIds);
    Map<String, CaseDocument> read = readCases(known.values(), keys);
    Instant now = clock.instant();
    return new Desk(read, known, workload.byPerson(now), erased.among(authors), answers);
  }

  /** Cases of known posts, and each matter's cases up to the first that has not ended. */
  private Map<String, CaseDocument> readCases(Collection<MentionOutcome> known, Set<CaseKey> keys) {
    Set<String> ids = new LinkedHashSet<>();
    known.forEach(outcome -> ids.addAll(outcome.event().caseIds()));
    keys.forEach(key -> ids.add(key.caseId(1)));
    Map<String, CaseDocument> read = new HashMap<>(cases.read(ids));
    List<CaseKey> ended = new ArrayList<>(keys);
    for (int generation = 1; !ended.isEmpty(); generation++) {
      int now = generation;
      ended.removeIf(
          key -> {
            CaseDocument document = read.get(key.caseId(now));
            return document == null || !ArrivalBatch.ended(document.state());
          });
      List<String> next =
          ended.stream()
              .map(key -> key.caseId(now + 1))
              .filter(id -> !read.containsKey(id))
              .toList();
      read.putAll(cases.read(next));
    }
    return read;
  }
}
