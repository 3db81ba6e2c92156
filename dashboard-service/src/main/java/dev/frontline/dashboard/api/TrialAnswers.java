package dev.frontline.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.command.ListeningCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.dashboard.trial.TrialReports;
import dev.frontline.kit.token.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** What sources and queries that are only tried out answer alike. */
@ApplicationScoped
class TrialAnswers {

  private final CurrentViewer viewer;
  private final ListeningCommands listening;
  private final TrialReports reports;

  @Inject
  TrialAnswers(CurrentViewer viewer, ListeningCommands listening, TrialReports reports) {
    this.viewer = viewer;
    this.listening = listening;
    this.reports = reports;
  }

  Verdict all() {
    return listening.trials(overseer());
  }

  /**
   * @param of {@code source:} or {@code query:} and the id
   */
  Response report(String of) {
    Verdict verdict = listening.trial(of, overseer());
    return verdict instanceof Verdict.Told told
        ? Response.ok(reports.of(told.body())).build()
        : Answers.refused(verdict);
  }

  Response begin(String of, JsonNode days) {
    return Answers.of(listening.tryOut(of, days, overseer()));
  }

  Response decide(String of, JsonNode decision) {
    return Answers.of(listening.decide(of, decision, overseer()));
  }

  private Caller overseer() {
    return viewer.overseer("Trials are for those who answer for the whole").caller();
  }
}
