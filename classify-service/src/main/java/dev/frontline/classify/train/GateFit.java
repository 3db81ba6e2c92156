package dev.frontline.classify.train;

import dev.frontline.classify.model.Gate;
import dev.frontline.classify.model.Heads;
import dev.frontline.classify.model.SentimentScale;
import dev.frontline.classify.model.Sentiments;
import dev.frontline.classify.model.Verdict;
import dev.frontline.contracts.classification.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Chooses from which doubt on the slow tier is asked, so that a set share of posts is. */
final class GateFit {

  /** What doubt about a label is worth: more for the rare ones that decide who answers. */
  private static final Map<String, Float> WORTH =
      Map.of(
          Labels.COMPLAINT, 1.2f,
          Labels.LEAD, 5f,
          Labels.PR_RISK, 3f,
          Labels.PRAISE, 1.5f,
          Labels.QUESTION, 1f,
          Labels.NOISE, 2f,
          Labels.URGENT, 0.5f);

  /** Of randomly drawn brand posts; two cores then judge more than a thousand posts a second. */
  private static final double SHARE = 0.7;

  /** Of them for the sentiment's sake. */
  private static final double OPEN_FEELING = 0.05;

  /** {@code p (1 - p)} where p is 0.2 or 0.8. */
  private static final float TONE = 0.16f;

  private static final float ENGLISH = 0.15f;

  private final Gate gate;
  private final float[][] probabilities;
  private final double[] surest;

  private GateFit(Gate gate, float[][] probabilities, double[] surest) {
    this.gate = gate;
    this.probabilities = probabilities;
    this.surest = surest;
  }

  /**
   * @param fits one a label, over the same rows; {@code toxic} has none
   */
  static GateFit of(
      Map<String, OutOfFold> fits, List<HeldOut> rows, SentimentScale scale, Verdict tone) {
    float[] worth = new float[Heads.LABELS];
    for (int i = 0; i < worth.length; i++) {
      worth[i] = WORTH.getOrDefault(Labels.ALL.get(i), 0f);
    }
    double[] surest = new double[rows.size()];
    for (int i = 0; i < surest.length; i++) {
      surest[i] = Sentiments.surest(rows.get(i).feeling(scale));
    }
    Gate open = new Gate(worth, TONE, (float) openFeeling(rows, surest), 0, ENGLISH);
    float[][] probabilities = new float[rows.size()][Heads.LABELS];
    for (int i = 0; i < rows.size(); i++) {
      for (int l = 0; l < Heads.LABELS; l++) {
        OutOfFold fit = fits.get(Labels.ALL.get(l));
        probabilities[i][l] = fit == null ? toxic(rows.get(i), tone) : fit.fast()[i];
      }
    }
    float[] doubts = new float[rows.size()];
    int n = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).example().post().isRandom()) {
        boolean shut = rows.get(i).example().inEnglish() < ENGLISH;
        boolean sure = surest[i] >= open.feeling() && !open.asksForTone(toxic(rows.get(i), tone));
        doubts[n++] = shut ? 0 : sure ? open.doubtOf(probabilities[i]) : Float.MAX_VALUE;
      }
    }
    float[] sorted = Arrays.copyOf(doubts, n);
    Arrays.sort(sorted);
    return new GateFit(open.asking(sorted[(int) (n * (1 - SHARE))]), probabilities, surest);
  }

  private static float toxic(HeldOut row, Verdict tone) {
    return tone.probability(row.signals(), row.example().inEnglish());
  }

  private static double openFeeling(List<HeldOut> rows, double[] surest) {
    double[] random =
        IntStream.range(0, surest.length)
            .filter(i -> rows.get(i).example().post().isRandom())
            .mapToDouble(i -> surest[i])
            .sorted()
            .toArray();
    return random[(int) (random.length * OPEN_FEELING)];
  }

  Gate gate() {
    return gate;
  }

  boolean asks(List<HeldOut> rows, int row) {
    return gate.asks(probabilities[row], surest[row], rows.get(row).example().inEnglish());
  }
}
