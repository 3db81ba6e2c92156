package dev.frontline.classify.train;

import dev.frontline.classify.model.SentimentScale;
import dev.frontline.classify.model.Verdict;
import dev.frontline.contracts.classification.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Both tiers on posts held out by brand: verdicts, gate, thresholds and figures. */
final class TwoTiers {

  private static final Predicate<HeldOut> BRAND_DIRECTED =
      r -> !Families.isAboutNobody(r.example().post());

  private final Map<String, CrossFit> fits = new LinkedHashMap<>();
  private final Map<String, OutOfFold> probabilities = new LinkedHashMap<>();
  private final GateFit gate;
  private final List<HeldOut> rows;

  /**
   * @param rows brand and complaint posts; all labels but {@code toxic} are told by them
   * @param tone the fast tier's verdict on {@code toxic}, which never saw them
   */
  TwoTiers(List<HeldOut> rows, SentimentScale scale, Verdict tone) {
    this.rows = rows;
    for (String label : Labels.ALL) {
      if (!label.equals(Labels.TOXIC)) {
        probabilities.put(label, OutOfFold.of(label, rows));
      }
    }
    this.gate = GateFit.of(probabilities, rows, scale, tone);
    probabilities.forEach((label, p) -> fits.put(label, new CrossFit(p, i -> gate.asks(rows, i))));
  }

  GateFit gate() {
    return gate;
  }

  CrossFit fit(String label) {
    return fits.get(label);
  }

  OutOfFold probabilities(String label) {
    return probabilities.get(label);
  }

  /** Probabilities of randomly drawn posts as the cascade gives them. */
  float[] randomly(String label) {
    OutOfFold p = probabilities.get(label);
    float[] found = new float[rows.size()];
    int n = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).example().post().isRandom()) {
        found[n++] = gate.asks(rows, i) ? p.slow()[i] : p.fast()[i];
      }
    }
    return java.util.Arrays.copyOf(found, n);
  }

  /** By label and kind of posts. */
  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    fits.forEach(
        (label, fit) -> {
          Map<String, Object> of = new LinkedHashMap<>();
          of.put("brandPosts", fit.figures(TwoTiers::isBrand));
          of.put("randomPosts", fit.figures(r -> r.example().post().isRandom()));
          if (alerts(label)) {
            of.put(
                "mayInterrupt",
                Alerts.of(
                    fit.scored(CrossFit.Tier.CASCADE, r -> r.example().post().isRandom()),
                    Alerts.from(randomly(label))));
          }
          if (label.equals(Labels.COMPLAINT)) {
            of.put("complaintSet", fit.figures(r -> !isBrand(r)));
            of.put(
                "complaintSetBrandDirected",
                fit.figures(r -> !isBrand(r) && BRAND_DIRECTED.test(r)));
          }
          figures.put(label, of);
        });
    CrossFit any = fits.get(Labels.COMPLAINT);
    figures.put(
        "asked",
        Map.of(
            "brandPosts", any.asked(TwoTiers::isBrand),
            "randomPosts", any.asked(r -> r.example().post().isRandom()),
            "complaintSet", any.asked(r -> !isBrand(r))));
    return figures;
  }

  /** Labels of which people are told at once, and which are too rare to be told of each doubt. */
  static boolean alerts(String label) {
    return label.equals(Labels.LEAD) || label.equals(Labels.PR_RISK);
  }

  private static boolean isBrand(HeldOut row) {
    return !row.example().post().source().startsWith("complaints");
  }
}
