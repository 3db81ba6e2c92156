package dev.frontline.dashboard.ops;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.dashboard.readmodel.DeadLetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the whole is running. What a service does not tell because it is away is null, and named in
 * {@code away}.
 *
 * @param dead mentions that ended as dead letters
 * @param lag records not yet read, by {@code topic/group}
 * @param deadLetters the latest 50 of all groups that nobody has decided about
 * @param ruleFailures how often routing rules failed since routing started, by rule; such a rule
 *     counts as one that does not hold
 * @param sources as ingest tells them
 * @param sinks where alerts go and how that fares, as routing tells it
 * @param away services and parts that did not answer
 * @param unaccounted accepted mentions that have no end yet; they are on their way
 */
public record OpsJson(
    @Nullable Long accepted,
    @Nullable Long opened,
    @Nullable Long joined,
    @Nullable Long folded,
    @Nullable Long filed,
    @Nullable Long withdrawn,
    @Nullable Long parked,
    @Nullable Long dead,
    @Nullable Long classified,
    @Nullable Long triage,
    @Nullable Long unaccounted,
    Map<String, Long> lag,
    List<DeadLetter> deadLetters,
    Map<String, Long> ruleFailures,
    @Nullable JsonNode sources,
    @Nullable JsonNode sinks,
    List<String> away) {}
