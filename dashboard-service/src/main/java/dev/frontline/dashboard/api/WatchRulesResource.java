package dev.frontline.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.dashboard.command.WatchRuleCommands;
import dev.frontline.dashboard.problem.Problem;
import dev.frontline.kit.token.Caller;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Watch rules: {@code {id, version, name, when, brand, department, people[], quiet{from, to},
 * coolDown, file, by, at, may, fired[{at, brand, what, link}]}}. People decide about rules that
 * tell themselves or their departments, those who answer for the whole about all.
 */
@Path("/api/v1/watch-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class WatchRulesResource {

  private final CurrentViewer viewer;
  private final WatchRuleCommands rules;

  @Inject
  WatchRulesResource(CurrentViewer viewer, WatchRuleCommands rules) {
    this.viewer = viewer;
    this.rules = rules;
  }

  @GET
  public Response all() {
    Verdict verdict = rules.all(caller());
    if (verdict instanceof Verdict.Told told) {
      JsonNode items = told.body().path("items");
      ObjectNode page = Json.MAPPER.createObjectNode();
      page.set("items", items);
      page.put("page", 1).put("size", items.size()).put("total", items.size());
      return Response.ok(page).build();
    }
    return answer(verdict, 200);
  }

  /**
   * Adds {@code {name, when, brand?, department?, people?, quiet?, coolDown?}}. 422 names the field
   * that is wrong and what is allowed.
   */
  @POST
  public Response add(@Nullable JsonNode rule) {
    return answer(rules.add(rule, caller()), 201);
  }

  /** Changes a rule; {@code version} must be the one that was looked at. */
  @PUT
  @Path("/{id}")
  public Response change(@PathParam("id") String id, @Nullable JsonNode rule) {
    return answer(rules.change(id, rule, caller()), 200);
  }

  @DELETE
  @Path("/{id}")
  public Response remove(@PathParam("id") String id) {
    return answer(rules.remove(id, caller()), 204);
  }

  /**
   * Says what {@code {when, brand?, coolDown?}} would have told in the last two weeks: {@code
   * {words, days, recordedHours, fired, times[{at, brand, what}]}}. Nothing is kept.
   */
  @POST
  @Path("/dry-run")
  public Response tryOut(@Nullable JsonNode rule) {
    return answer(rules.tryOut(rule, caller()), 200);
  }

  private Caller caller() {
    return viewer.get().caller();
  }

  private static Response answer(Verdict verdict, int status) {
    if (verdict instanceof Verdict.Told told) {
      return status == 204
          ? Response.noContent().build()
          : Response.status(status).entity(told.body()).build();
    }
    Verdict.Refused refused = (Verdict.Refused) verdict;
    return Problem.response(refused.status(), refused.problem());
  }
}
