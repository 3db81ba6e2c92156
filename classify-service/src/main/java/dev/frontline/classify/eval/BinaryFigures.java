package dev.frontline.classify.eval;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * How well a label is told, from 0 to 100; what cannot be computed is absent.
 *
 * @param f1Low lower end of the 95 % interval of F1, by resampling the posts 500 times
 * @param macroF1 mean of the F1 of holding and of not holding
 * @param averagePrecision area under precision over recall, as the sum of steps
 * @param ece expected calibration error over ten bins of equal width
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BinaryFigures(
    int n,
    int positives,
    @Nullable Double precision,
    @Nullable Double recall,
    @Nullable Double f1,
    @JsonProperty("f1_low") @Nullable Double f1Low,
    @JsonProperty("f1_high") @Nullable Double f1High,
    @Nullable Double macroF1,
    @Nullable Double averagePrecision,
    @Nullable Double ece) {

  private static final int RESAMPLES = 500;
  private static final int BINS = 10;
  private static final long SEED = 20_261_101L;

  public static BinaryFigures of(List<Scored> scored) {
    Counts all = new Counts();
    scored.forEach(all::add);
    int positives = all.right + all.missed;
    if (positives == 0) {
      return new BinaryFigures(
          scored.size(), 0, null, null, null, null, null, null, null, percent(ece(scored)));
    }
    double[] resampled = resampledF1(scored);
    return new BinaryFigures(
        scored.size(),
        positives,
        percent(all.right + all.wrong == 0 ? 0 : (double) all.right / (all.right + all.wrong)),
        percent((double) all.right / positives),
        percent(all.f1()),
        percent(resampled[(int) (RESAMPLES * 0.025)]),
        percent(resampled[(int) (RESAMPLES * 0.975) - 1]),
        percent((all.f1() + all.f1OfNot()) / 2),
        percent(averagePrecision(scored)),
        percent(ece(scored)));
  }

  /** F1 alone, null where nothing is positive. */
  static @Nullable Double f1Of(List<Scored> scored) {
    Counts counts = new Counts();
    scored.forEach(counts::add);
    return counts.right + counts.missed == 0 ? null : (Double) percent(counts.f1());
  }

  /** Sum over the ranking's steps of precision times what recall gained; ties rank together. */
  public static double averagePrecision(List<Scored> scored) {
    List<Scored> ranked = new ArrayList<>(scored);
    ranked.sort(Comparator.comparingDouble((Scored s) -> -s.p()));
    long positives = ranked.stream().filter(Scored::truth).count();
    double area = 0;
    int right = 0;
    int at = 0;
    while (at < ranked.size()) {
      int tied = at;
      int gained = 0;
      while (tied < ranked.size() && ranked.get(tied).p() == ranked.get(at).p()) {
        gained += ranked.get(tied).truth() ? 1 : 0;
        tied++;
      }
      right += gained;
      area += (double) gained / positives * right / tied;
      at = tied;
    }
    return area;
  }

  private static double ece(List<Scored> scored) {
    double[] said = new double[BINS];
    double[] held = new double[BINS];
    for (Scored s : scored) {
      int bin = Math.min(BINS - 1, (int) (s.p() * BINS));
      said[bin] += s.p();
      held[bin] += s.truth() ? 1 : 0;
    }
    double sum = 0;
    for (int i = 0; i < BINS; i++) {
      sum += Math.abs(said[i] - held[i]);
    }
    return scored.isEmpty() ? 0 : sum / scored.size();
  }

  private static double[] resampledF1(List<Scored> scored) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] values = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      Counts counts = new Counts();
      for (int i = 0; i < scored.size(); i++) {
        counts.add(scored.get(random.nextInt(scored.size())));
      }
      values[r] = counts.f1();
    }
    java.util.Arrays.sort(values);
    return values;
  }

  static double percent(double share) {
    return Math.round(share * 1000) / 10.0;
  }

  private static final class Counts {
    int right;
    int wrong;
    int missed;
    int rightNot;

    void add(Scored s) {
      if (s.truth()) {
        right += s.said() ? 1 : 0;
        missed += s.said() ? 0 : 1;
      } else {
        wrong += s.said() ? 1 : 0;
        rightNot += s.said() ? 0 : 1;
      }
    }

    double f1() {
      return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
    }

    double f1OfNot() {
      return rightNot == 0 ? 0 : 2.0 * rightNot / (2.0 * rightNot + wrong + missed);
    }
  }
}
