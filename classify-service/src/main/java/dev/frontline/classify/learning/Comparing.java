package dev.frontline.classify.learning;

import dev.frontline.classify.learning.Differences.Compared;
import dev.frontline.classify.learning.Differences.Recorded;
import dev.frontline.classify.model.Active;
import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Priors;
import dev.frontline.classify.rows.TrainingRow;
import dev.frontline.contracts.mention.Match;
import dev.frontline.contracts.mention.Mention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares a version with the one that judges, over posts that were taught and posts of late. */
@ApplicationScoped
class Comparing {

  private final Rows rows;
  private final RecentPosts recent;
  private final Priors priors;
  private final Active active;
  private final LearningConfig config;

  @Inject
  Comparing(Rows rows, RecentPosts recent, Priors priors, Active active, LearningConfig config) {
    this.rows = rows;
    this.recent = recent;
    this.priors = priors;
    this.active = active;
    this.config = config;
  }

  Differences with(String version, Adaptation adaptation) {
    List<Recorded> posts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (TrainingRow row : rows.all()) {
      seen.add(row.mentionId());
      posts.add(
          new Recorded(
              row.mentionId(), row.text(), priors.of(row.text(), row.matched(), row.told())));
    }
    int taught = posts.size();
    for (Mention mention : recent.newest(config.mostRecent())) {
      if (seen.add(mention.id())) {
        posts.add(
            new Recorded(
                mention.id(),
                mention.text(),
                priors.of(
                    mention.text(),
                    mention.matched().stream().map(Match::name).distinct().toList(),
                    mention.lang())));
      }
    }
    Adaptation now = active.get();
    return Differences.between(
        version,
        adaptation,
        now.name(priors.base()),
        now,
        posts,
        new Compared(taught, posts.size() - taught));
  }
}
