package dev.frontline.dashboard.mention;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    return !readable(viewer, List.of(post)).isEmpty();
  }

  public boolean mayChange(Viewer viewer, StoredMention post) {
    return viewer.seesAll() || isTheirs(viewer, post, departments(List.of(post)));
  }

  /** Those of the posts that the viewer may read, with one look into the store. */
  public List<StoredMention> readable(Viewer viewer, List<StoredMention> posts) {
    if (viewer.readsAllPosts()) {
      return List.copyOf(posts);
    }
    Map<String, String> departments = departments(posts);
    return posts.stream().filter(post -> isTheirs(viewer, post, departments)).toList();
  }

  private static boolean isTheirs(
      Viewer viewer, StoredMention post, Map<String, String> departments) {
    MentionRouted routed = post.routed();
    if (routed == null) {
      // Nobody's yet; of a post that is gone there is nothing left to hide.
      return post.withdrawn();
    }
    if (routed.outcome() == Outcome.FILED || routed.caseIds().isEmpty()) {
      return true;
    }
    return routed.caseIds().stream()
        .map(id -> departments.getOrDefault(id, String.valueOf(routed.department())))
        .anyMatch(viewer::sees);
  }

  /** Where the posts' cases are, by case id: from the lists in memory, old ones from the store. */
  private Map<String, String> departments(List<StoredMention> posts) {
    Map<String, String> departments = new HashMap<>();
    List<String> ids = posts.stream().flatMap(p -> p.caseIds().stream()).distinct().toList();
    for (String id : ids) {
      index.find(id).map(CaseGlance::department).ifPresent(d -> departments.put(id, d));
    }
    List<String> others = ids.stream().filter(id -> !departments.containsKey(id)).toList();
    for (CaseState old : cases.find(others)) {
      departments.put(old.id(), old.department());
    }
    return departments;
  }
}
