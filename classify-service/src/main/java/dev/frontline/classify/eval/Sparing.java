package dev.frontline.classify.eval;

import dev.frontline.classify.data.Post;
import dev.frontline.classify.model.Cascade;
import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.model.Tier0;
import dev.frontline.classify.model.Tier1;
import dev.frontline.classify.model.Verdict;
import dev.frontline.contracts.classification.LabelScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Judges posts with the slow tier asked about no more than a share of them: those where the fast
 * one's probability lies nearest to the threshold of a label whose truth is known. So it tells what
 * a label would gain if the encoder were there for it alone, while the service's gate weighs all of
 * them against each other.
 */
final class Sparing {

  private static final String ENGLISH = "en";

  private final Timed fast;
  private final Timed slow;
  private final List<Verdict> verdicts;
  private final double share;

  /**
   * @param judges makes one a thread
   * @param verdicts of the fast tier
   * @param share of the posts, from 0 to 1
   */
  Sparing(Supplier<Cascade> judges, List<Verdict> verdicts, double share) {
    this.fast = new Timed(judges, Tier0.TIER);
    this.slow = new Timed(judges, Tier1.TIER);
    this.verdicts = verdicts;
    this.share = share;
  }

  /** In the posts' order. */
  List<Judgement> judge(List<Post> posts) {
    List<Judgement> judged = new ArrayList<>(fast.judge(posts));
    List<Integer> asked =
        IntStream.range(0, posts.size())
            .filter(i -> judged.get(i).lang().equals(ENGLISH))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> certainty(posts.get(i), judged.get(i))))
            .limit((long) (share * posts.size()))
            .toList();
    List<Judgement> deep = slow.judge(asked.stream().map(posts::get).toList());
    for (int i = 0; i < asked.size(); i++) {
      judged.set(asked.get(i), deep.get(i));
    }
    return judged;
  }

  /** How far from its threshold the least certain label lies. */
  private double certainty(Post post, Judgement quick) {
    double least = 1;
    for (Verdict verdict : verdicts) {
      LabelScore said = quick.labels().get(verdict.label());
      if (said != null && post.label(verdict.label()) >= 0) {
        least = Math.min(least, Math.abs(said.p() - verdict.threshold()));
      }
    }
    return least;
  }
}
