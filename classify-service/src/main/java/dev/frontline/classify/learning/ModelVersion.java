package dev.frontline.classify.learning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version that was learned, as it is kept; the weights stand beside it.
 *
 * @param id such as {@code 2026-11-1+3}
 * @param base the shipped model that it adapts
 * @param by who asked for it, {@code schedule} where nobody did
 * @param passed whether the gate let it judge
 * @param against the version that it was measured against
 * @param leftOut the person without whose words it was learned, null where everybody's counted
 * @param reasons why it may not judge, in sentences
 * @param changes how much had been said when it was learned
 */
record ModelVersion(
    String id,
    String base,
    int revision,
    Instant at,
    String by,
    boolean passed,
    String against,
    Learned learned,
    @Nullable String leftOut,
    Map<String, Admission.Figures> labels,
    List<String> reasons,
    long changes) {}
