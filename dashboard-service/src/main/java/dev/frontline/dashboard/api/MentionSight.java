package dev.frontline.dashboard.api;

import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import dev.frontline.contracts.casefile.RoutingEvent.Outcome;
import dev.frontline.dashboard.account.Viewer;
import dev.frontline.dashboard.inbox.CaseGlance;
import dev.frontline.dashboard.inbox.CaseIndex;
import dev.frontline.dashboard.live.RecentCases;
import dev.frontline.dashboard.readmodel.StoredMention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Who may read a post, and who may say something about it: filed ones are everybody's; one with a
 * case belongs to the departments of its cases.
 */
@ApplicationScoped
public class MentionSight {

  private final CaseIndex index;
  private final RecentCases cases;

  @Inject
  MentionSight(CaseIndex index, RecentCases cases) {
    this.index = index;
    this.cases = cases;
  }

  public boolean mayRead(Viewer viewer, StoredMention post) {
    return viewer.readsAllPosts() || isTheirs(viewer, post);
  }

  public boolean mayChange(Viewer viewer, StoredMention post) {
    return viewer.seesAll() || isTheirs(viewer, post);
  }

  private boolean isTheirs(Viewer viewer, StoredMention post) {
    MentionRouted routed = post.routed();
    if (routed == null) {
      // Nobody's yet; of a post that is gone there is nothing left to hide.
      return post.withdrawn();
    }
    if (routed.outcome() == Outcome.FILED || routed.caseIds().isEmpty()) {
      return true;
    }
    return routed.caseIds().stream().anyMatch(id -> viewer.sees(department(id, routed)));
  }

  private String department(String caseId, MentionRouted routed) {
    return index
        .find(caseId)
        .map(CaseGlance::department)
        .or(() -> cases.find(caseId).map(CaseState::department))
        .orElseGet(() -> String.valueOf(routed.department()));
  }
}
