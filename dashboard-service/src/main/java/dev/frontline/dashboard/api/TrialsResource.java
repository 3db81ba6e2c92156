package dev.frontline.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.dashboard.command.Verdict;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Everything that is or was tried out: {@code {of, name, state, since, until, decidedBy, …}}. */
@Path("/api/v1/trials")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TrialsResource {

  private final TrialAnswers trials;

  @Inject
  TrialsResource(TrialAnswers trials) {
    this.trials = trials;
  }

  @GET
  public Response all() {
    Verdict verdict = trials.all();
    if (verdict instanceof Verdict.Told told) {
      JsonNode items = told.body().path("items");
      ObjectNode page = Json.MAPPER.createObjectNode();
      page.set("items", items);
      page.put("page", 1).put("size", items.size()).put("total", items.size());
      return Response.ok(page).build();
    }
    return TrialAnswers.refused(verdict);
  }
}
