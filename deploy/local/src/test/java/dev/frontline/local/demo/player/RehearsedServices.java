package dev.frontline.local.demo.player;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.RoutingEvent.MentionRouted;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Services that note what they are asked and open a case for every post whose text says "help". */
final class RehearsedServices implements Services {

  /** One command as it came. */
  record Command(String verb, String as, @Nullable Instant at, Map<String, Object> body) {}

  final List<ObjectNode> heard = new ArrayList<>();
  final List<Boolean> backfill = new ArrayList<>();
  final List<Integer> batches = new ArrayList<>();
  final List<Command> commands = new ArrayList<>();
  final List<String> touched = new ArrayList<>();
  final Set<String> corrected = new LinkedHashSet<>();
  final Map<String, ObjectNode> cases = new LinkedHashMap<>();
  private final Set<String> filed = new LinkedHashSet<>();
  String department = "customer-service";
  int awayFor;
  boolean countable = true;

  @Override
  public void replay(List<ObjectNode> lines, boolean history) throws IOException {
    if (awayFor > 0) {
      awayFor--;
      throw new IOException("away");
    }
    batches.add(lines.size());
    for (ObjectNode line : lines) {
      heard.add(line);
      backfill.add(history);
      String id = line.path("id").asText();
      if (line.path("text").asText().contains("help")) {
        cases.putIfAbsent(id, newCase(line));
        if (line.path("text").asText().contains("both")) {
          ObjectNode second = newCase(line);
          second.put("id", id + " too").put("brand", "Tillerbean");
          cases.putIfAbsent(id + " too", second);
        }
      } else {
        filed.add(id);
      }
    }
  }

  /** What was taught as usual. */
  final List<FourWeeks.Hour> usual = new ArrayList<>();

  @Override
  public void usual(List<FourWeeks.Hour> hours) {
    usual.addAll(hours);
  }

  @Override
  public Optional<MentionRouted> routed(String id) {
    if (!cases.containsKey(id) && !filed.contains(id)) {
      return Optional.empty();
    }
    boolean opened = cases.containsKey(id);
    return Optional.of(
        new MentionRouted(
            id,
            id,
            1,
            opened ? MentionRouted.Outcome.OPENED : MentionRouted.Outcome.FILED,
            cases.keySet().stream().filter(c -> c.equals(id) || c.equals(id + " too")).toList(),
            opened ? cases.get(id).path("department").asText() : null,
            "a rule",
            List.of("A rule sends it there.", "It is a complaint.", "Ana gets it."),
            Instant.EPOCH));
  }

  @Override
  public Optional<CaseState> caseOf(String caseId) {
    return Optional.ofNullable(cases.get(caseId))
        .map(node -> Json.MAPPER.convertValue(node, CaseState.class));
  }

  @Override
  public Optional<CaseState> act(
      String caseId, String verb, Map<String, Object> body, String as, @Nullable Instant at) {
    ObjectNode state = cases.get(caseId);
    if (state.path("version").asLong() != ((Number) body.get("version")).longValue()) {
      return Optional.empty();
    }
    commands.add(new Command(verb, as, at, body));
    touched.add(caseId);
    state.put("version", state.path("version").asLong() + 1);
    switch (verb) {
      case "take" -> state.put("status", "taken").put("assignee", as);
      case "replies" -> state.put("status", "answered");
      default -> state.put("status", "resolved");
    }
    return caseOf(caseId);
  }

  @Override
  public boolean correct(
      JsonNode mention,
      JsonNode classification,
      Map<String, Boolean> labels,
      String by,
      @Nullable Instant at) {
    String id = mention.path("id").asText();
    corrected.add(id + " " + by + " " + labels.get("complaint") + " " + at);
    cases.get(id).put("department", "customer-service");
    return true;
  }

  @Override
  public boolean correctOnPage(String mentionId, Map<String, Boolean> labels, String by) {
    corrected.add(mentionId + " on its page by " + by);
    return true;
  }

  @Override
  public Map<String, Long> counts() throws IOException {
    if (!countable) {
      throw new IOException("away");
    }
    return Map.of("accepted", (long) heard.size(), "opened", (long) cases.size());
  }

  private ObjectNode newCase(ObjectNode data) {
    String id = data.path("id").asText();
    ObjectNode mention = data.deepCopy();
    mention.put("fetchedAt", data.path("createdAt").asText());
    mention.put("conversationId", id).put("source", "replay");
    ObjectNode state = Json.MAPPER.createObjectNode();
    state.put("id", id).put("version", 1).put("brand", "Morrowby").put("conversationId", id);
    state.put("network", "mastodon").put("status", "queued").put("department", department);
    state.put("priority", "normal").put("lang", data.path("lang").asText());
    state.set("author", data.path("author"));
    state.putObject("route").put("rule", "a rule").put("department", department);
    String at = data.path("createdAt").asText();
    state.putObject("times").put("acceptedAt", at).put("openedAt", at).put("lastPostAt", at);
    ObjectNode one = state.putArray("mentions").addObject();
    one.set("mention", mention);
    one.putObject("classification")
        .put("tier", "0")
        .put("model", "m")
        .put("classifiedAt", "2026-03-02T12:00:00Z");
    return state;
  }
}
