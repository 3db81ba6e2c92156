package dev.frontline.classify.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.classify.learning.Versions;
import dev.frontline.classify.model.Tier0;
import dev.frontline.classify.model.Tier0Model;
import dev.frontline.classify.model.Verdict;
import dev.frontline.contracts.Json;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models that this service judges with. */
@Path("/internal/models")
public class ModelsResource {

  private final Tier0Model model;
  private final Versions versions;

  @Inject
  ModelsResource(Tier0Model model, Versions versions) {
    this.model = model;
    this.versions = versions;
  }

  /**
   * A model as people see it.
   *
   * @param state {@code active} or {@code shipped}
   * @param thresholds by label, from which probability it holds where the fast tier judged
   * @param encoderThresholds the same where the encoder was asked
   * @param figures what it measured on held-out brands when it was trained
   */
  record Shown(
      String version,
      String tier,
      boolean active,
      String state,
      boolean activatable,
      List<String> languages,
      Map<String, Double> thresholds,
      Map<String, Double> encoderThresholds,
      Map<String, Object> figures) {}

  /**
   * {@code {items: [model…]}}, the one that judges marked as active: those learned from people,
   * newest first, then the shipped one.
   */
  @GET
  @Blocking
  @Produces(MediaType.APPLICATION_JSON)
  public String models() throws JsonProcessingException {
    List<Object> items = new ArrayList<>(versions.learned());
    items.add(
        new Shown(
            model.version(),
            Tier0.TIER,
            versions.shippedJudges(),
            versions.shippedJudges() ? "active" : "shipped",
            true,
            model.languages().languages(),
            thresholds(model.verdicts()),
            model.tier1() == null ? Map.of() : thresholds(model.tier1().verdicts()),
            model.figures()));
    return Json.MAPPER.writeValueAsString(Map.of("items", items));
  }

  private static Map<String, Double> thresholds(List<Verdict> verdicts) {
    Map<String, Double> thresholds = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      thresholds.put(verdict.label(), Math.round(verdict.threshold() * 10_000) / 10_000.0);
    }
    return thresholds;
  }
}
