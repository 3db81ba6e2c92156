package dev.frontline.dashboard.mention;

import dev.frontline.contracts.casefile.CaseReply;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.dashboard.live.RecentCases;
import dev.frontline.dashboard.readmodel.StoredMention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The cases that posts are in: several for one that met several brands. */
@ApplicationScoped
public class MentionCases {

  private final RecentCases cases;

  @Inject
  MentionCases(RecentCases cases) {
    this.cases = cases;
  }

  /** Those that have arrived here, the main one first. */
  public List<CaseState> of(StoredMention post) {
    return of(List.of(post)).getOrDefault(post.id(), List.of());
  }

  /** The same for many posts with one look into the store, by mention id. */
  public Map<String, List<CaseState>> of(Collection<StoredMention> posts) {
    Map<String, CaseState> found = new HashMap<>();
    List<String> ids = posts.stream().flatMap(p -> p.caseIds().stream()).distinct().toList();
    cases.find(ids).forEach(c -> found.put(c.id(), c));
    Map<String, List<CaseState>> byPost = new HashMap<>();
    for (StoredMention post : posts) {
      byPost.put(
          post.id(), post.caseIds().stream().map(found::get).filter(Objects::nonNull).toList());
    }
    return byPost;
  }

  /** The answers to this very post, in whichever of its cases they were given. */
  public static List<CaseReply> answers(StoredMention post, List<CaseState> cases) {
    return cases.stream()
        .flatMap(c -> c.replies().stream())
        .filter(r -> r.mentionId().equals(post.id()))
        .toList();
  }
}
