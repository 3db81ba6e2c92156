package dev.frontline.local.demo.player;

import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.kit.company.Company;
import dev.frontline.local.demo.stream.StoryLine;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Says for the social lead what a post is, where the classifier misread it or was unsure. */
final class Lead {

  private static final List<String> JUDGED =
      List.of(
          Labels.COMPLAINT,
          Labels.LEAD,
          Labels.PR_RISK,
          Labels.PRAISE,
          Labels.QUESTION,
          Labels.NOISE);
  private static final StoryLine.Expect NOTHING = new StoryLine.Expect(List.of(), false);

  private final Services services;
  private final String lead;
  private final Set<String> labelled = ConcurrentHashMap.newKeySet();

  /**
   * @param lead id of the person
   */
  Lead(Services services, String lead) {
    this.services = services;
    this.lead = lead;
  }

  /** The lead sets the labels of the post right, wherever it stands. */
  Clerk.Result correct(StoryLine line, @Nullable Instant at) throws IOException {
    Optional<MentionRouted> routed = services.routed(line.id());
    if (routed.isEmpty()) {
      return Clerk.Result.LATER;
    }
    List<CaseState> cases = cases(services, routed.get());
    if (!cases.isEmpty()) {
      label(line, cases.get(0), at);
      return Clerk.Result.DONE;
    }
    if (line.expect() == null || labelled.contains(line.id())) {
      return Clerk.Result.DONE;
    }
    if (!services.correctOnPage(line.id(), labels(line.expect()), lead)) {
      return Clerk.Result.LATER;
    }
    labelled.add(line.id());
    return Clerk.Result.DONE;
  }

  /** The lead decides a post that waits in triage; nothing happens to one that does not. */
  void triage(StoryLine line, Instant at) throws IOException {
    Optional<MentionRouted> routed = services.routed(line.id());
    if (routed.isPresent() && Company.TRIAGE.equals(routed.get().department())) {
      for (CaseState state : openCases(services, routed.get())) {
        if (state.department().equals(Company.TRIAGE)) {
          label(line, state, at);
        }
      }
    }
  }

  static List<CaseState> openCases(Services services, MentionRouted routed) throws IOException {
    return cases(services, routed).stream().filter(c -> c.status() != CaseStatus.RESOLVED).toList();
  }

  private static List<CaseState> cases(Services services, MentionRouted routed) throws IOException {
    List<CaseState> cases = new ArrayList<>();
    for (String id : routed.caseIds()) {
      services.caseOf(id).ifPresent(cases::add);
    }
    return cases;
  }

  /** Says what the post is, once. */
  void label(StoryLine line, CaseState state, @Nullable Instant at) throws IOException {
    if (labelled.contains(line.id())) {
      return;
    }
    StoryLine.Expect expect = line.expect() == null ? NOTHING : line.expect();
    for (CaseMention one : state.mentions()) {
      if (one.mention().id().equals(line.id())) {
        services.correct(
            Json.MAPPER.valueToTree(one.mention()),
            Json.MAPPER.valueToTree(one.classification()),
            labels(expect),
            lead,
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
}
