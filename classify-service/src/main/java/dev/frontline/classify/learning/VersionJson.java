package dev.frontline.classify.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version as it is shown.
 *
 * @param state {@code active}, {@code kept} (it passed, and may judge again) or {@code refused}
 * @param activatable whether it adapts this build's shipped model
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionJson(
    String version,
    String base,
    boolean active,
    String state,
    boolean activatable,
    Instant trainedAt,
    String by,
    String against,
    Learned learned,
    @Nullable String leftOut,
    Map<String, Admission.Figures> labels,
    List<String> reasons) {

  static VersionJson of(ModelVersion version, String judging, String base) {
    boolean active = version.id().equals(judging);
    return new VersionJson(
        version.id(),
        version.base(),
        active,
        active ? "active" : version.passed() ? "kept" : "refused",
        version.base().equals(base),
        version.at(),
        version.by(),
        version.against(),
        version.learned(),
        version.leftOut(),
        version.labels(),
        version.reasons());
  }
}
