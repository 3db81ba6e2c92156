package dev.frontline.classify.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Two models on the same posts of one label, with intervals by the paired bootstrap: the posts are
 * drawn again a thousand times, each with both models' decisions, always in the same way.
 *
 * @param with how many of the posts have the label
 * @param right share of right decisions
 * @param f1 null where no post has the label
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Comparison(int posts, int with, Change right, @Nullable Change f1) {

  private static final int RESAMPLES = 1_000;
  private static final long SEED = 20_261_127L;

  static Comparison of(List<Decided> posts) {
    Sums all = new Sums();
    posts.forEach(all::add);
    int with = (int) posts.stream().filter(Decided::truth).count();
    double[] right = new double[RESAMPLES];
    double[] f1 = new double[RESAMPLES];
    if (posts.stream().anyMatch(p -> p.before() != p.after())) {
      SplittableRandom random = new SplittableRandom(SEED);
      for (int r = 0; r < RESAMPLES; r++) {
        Sums drawn = new Sums();
        for (int i = 0; i < posts.size(); i++) {
          drawn.add(posts.get(random.nextInt(posts.size())));
        }
        right[r] = drawn.after.right() - drawn.before.right();
        f1[r] = drawn.after.f1() - drawn.before.f1();
      }
    }
    return new Comparison(
        posts.size(),
        with,
        change(all.before.right(), all.after.right(), right),
        with == 0 ? null : change(all.before.f1(), all.after.f1(), f1));
  }

  boolean worse() {
    return right.worse() || f1 != null && f1.worse();
  }

  /** One of the figures fell far, though it may be noise. */
  boolean fell() {
    return right.fell() || f1 != null && f1.fell();
  }

  private static Change change(double before, double after, double[] differences) {
    Arrays.sort(differences);
    return new Change(
        percent(before),
        percent(after),
        percent(differences[(int) (RESAMPLES * 0.025)]),
        percent(differences[(int) (RESAMPLES * 0.975) - 1]));
  }

  private static double percent(double share) {
    return Math.round(share * 1000) / 10.0;
  }

  private static final class Sums {
    final Sum before = new Sum();
    final Sum after = new Sum();

    void add(Decided post) {
      before.add(post.truth(), post.before(), post.weight());
      after.add(post.truth(), post.after(), post.weight());
    }
  }

  private static final class Sum {
    double hit;
    double missed;
    double wrong;
    double rightNot;

    void add(boolean truth, boolean said, double weight) {
      if (truth) {
        hit += said ? weight : 0;
        missed += said ? 0 : weight;
      } else {
        wrong += said ? weight : 0;
        rightNot += said ? 0 : weight;
      }
    }

    double right() {
      double all = hit + missed + wrong + rightNot;
      return all == 0 ? 1 : (hit + rightNot) / all;
    }

    double f1() {
      return hit == 0 ? 0 : 2 * hit / (2 * hit + wrong + missed);
    }
  }
}
