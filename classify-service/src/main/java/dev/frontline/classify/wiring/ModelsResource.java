package dev.frontline.classify.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.classify.model.Tier0;
import dev.frontline.classify.model.Tier0Model;
import dev.frontline.classify.model.Verdict;
import dev.frontline.contracts.Json;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models that this service judges with. */
@Path("/internal/models")
public class ModelsResource {

  private final Tier0Model model;

  @Inject
  ModelsResource(Tier0Model model) {
    this.model = model;
  }

  /**
   * A model as people see it.
   *
   * @param thresholds by label, from which probability it holds
   * @param figures what it measured on held-out brands when it was trained
   */
  record Shown(
      String version,
      String tier,
      boolean active,
      List<String> languages,
      Map<String, Double> thresholds,
      Map<String, Object> figures) {}

  /** {@code {items: [model…]}}, the one that judges marked as active. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String models() throws JsonProcessingException {
    Map<String, Double> thresholds = new LinkedHashMap<>();
    for (Verdict verdict : model.verdicts()) {
      thresholds.put(verdict.label(), Math.round(verdict.threshold() * 10_000) / 10_000.0);
    }
    return Json.MAPPER.writeValueAsString(
        Map.of(
            "items",
            List.of(
                new Shown(
                    model.version(),
                    Tier0.TIER,
                    true,
                    model.languages().languages(),
                    thresholds,
                    model.figures()))));
  }
}
