package dev.frontline.classify.eval;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code eval --json} prints; figures from 0 to 100, absent where no row has the label.
 *
 * @param labels {@link BinaryFigures} by label, and {@link ClassFigures} as {@code sentiment} and
 *     {@code lang}
 * @param docsPerSecond posts judged in a second of one core's time
 * @param escalated percent of the posts that the encoder was asked about
 * @param groups by group and label, how many posts and the F1
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EvalReport(
    Map<String, Object> labels,
    Map<String, Map<String, GroupFigures>> groups,
    long docsPerSecond,
    double escalated,
    String tier,
    String model) {

  /** One label in one group; F1 is absent where the group has no positive. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record GroupFigures(int n, @Nullable Double f1) {}
}
