package dev.frontline.classify.eval;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How well one of several classes is told, from 0 to 100. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClassFigures(
    int n, @Nullable Double macroRecall, @Nullable Double macroF1, Double accuracy) {

  /** One post: what was said and what is true. */
  public record Pair(String said, String truth) {}

  /** Of sentiments: means over the classes that occur, and accuracy. */
  public static ClassFigures of(List<Pair> pairs) {
    List<String> classes = pairs.stream().map(Pair::truth).distinct().toList();
    double recalls = 0;
    double f1s = 0;
    for (String one : classes) {
      long right = pairs.stream().filter(p -> p.truth.equals(one) && p.said.equals(one)).count();
      long truth = pairs.stream().filter(p -> p.truth.equals(one)).count();
      long said = pairs.stream().filter(p -> p.said.equals(one)).count();
      recalls += (double) right / truth;
      f1s += 2.0 * right / (truth + said);
    }
    return new ClassFigures(
        pairs.size(),
        BinaryFigures.percent(recalls / classes.size()),
        BinaryFigures.percent(f1s / classes.size()),
        accuracy(pairs));
  }

  /** Accuracy alone. */
  public static ClassFigures accuracyOf(List<Pair> pairs) {
    return new ClassFigures(pairs.size(), null, null, accuracy(pairs));
  }

  private static Double accuracy(List<Pair> pairs) {
    long right = pairs.stream().filter(p -> Objects.equals(p.said, p.truth)).count();
    return BinaryFigures.percent((double) right / pairs.size());
  }
}
