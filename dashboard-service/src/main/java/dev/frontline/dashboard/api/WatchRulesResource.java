package dev.frontline.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.command.WatchRuleCommands;
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
    return Answers.page(rules.all(caller()), told -> told.path("items"));
  }

  /**
   * Adds {@code {name, when, brand?, department?, people?, quiet?, coolDown?}}. 422 names the field
   * that is wrong and what is allowed.
   */
  @POST
  public Response add(@Nullable JsonNode rule) {
    return Answers.of(rules.add(rule, caller()), 201);
  }

  /** Changes a rule; {@code version} must be the one that was looked at. */
  @PUT
  @Path("/{id}")
  public Response change(@PathParam("id") String id, @Nullable JsonNode rule) {
    return Answers.of(rules.change(id, rule, caller()));
  }

  @DELETE
  @Path("/{id}")
  public Response remove(@PathParam("id") String id) {
    return Answers.of(rules.remove(id, caller()), 204);
  }

  /**
   * Says what {@code {when, brand?, coolDown?}} would have told in the last two weeks: {@code
   * {words, days, recordedHours, fired, times[{at, brand, what}]}}. Nothing is kept.
   */
  @POST
  @Path("/dry-run")
  public Response tryOut(@Nullable JsonNode rule) {
    return Answers.of(rules.tryOut(rule, caller()));
  }

  private Caller caller() {
    return viewer.get().caller();
  }
}
