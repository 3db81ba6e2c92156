package dev.frontline.classify.eval;

import dev.frontline.classify.data.Post;
import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Cascade;
import dev.frontline.classify.model.Judgement;
import dev.frontline.classify.model.Verdict;
import dev.frontline.classify.text.BrandNames;
import dev.frontline.contracts.classification.LabelScore;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Judges posts with the slow tier asked about no more than a share of them: those where the fast
 * one's probability lies nearest to the threshold of a label whose truth is known. So it tells what
 * a label would gain if the encoder were there for it alone, while the service's gate weighs all of
 * them against each other.
 */
final class Sparing {

  private static final String ENGLISH = "en";

  private final ThreadLocal<Cascade> judges;
  private final List<Verdict> verdicts;
  private final double share;

  /**
   * @param judges makes one a thread
   * @param verdicts of the fast tier
   * @param share of the posts, from 0 to 1
   */
  Sparing(Supplier<Cascade> judges, List<Verdict> verdicts, double share) {
    this.judges = ThreadLocal.withInitial(judges);
    this.verdicts = verdicts;
    this.share = share;
  }

  /** In the posts' order. */
  List<Judgement> judge(List<Post> posts) {
    List<Judgement> quick =
        IntStream.range(0, posts.size())
            .parallel()
            .mapToObj(
                i ->
                    judges.get().quick(posts.get(i).text(), BrandNames.NONE, null, Adaptation.NONE))
            .toList();
    Set<Integer> asked =
        IntStream.range(0, posts.size())
            .filter(i -> quick.get(i).lang().equals(ENGLISH))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> certainty(posts.get(i), quick.get(i))))
            .limit((long) (share * posts.size()))
            .collect(Collectors.toSet());
    return IntStream.range(0, posts.size())
        .parallel()
        .mapToObj(i -> asked.contains(i) ? deep(posts.get(i), quick.get(i)) : quick.get(i))
        .toList();
  }

  private Judgement deep(Post post, Judgement otherwise) {
    Judgement deep = judges.get().deep(post.text(), BrandNames.NONE, null, Adaptation.NONE);
    return deep == null ? otherwise : deep;
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
