package dev.frontline.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A source that is only tried out. Its report: {@code {of, name, state, since, until, posts,
 * labels{}, wantAnswers, leads, heardElsewhere, notHeardElsewhere, minutes, minutesPerDay, cost,
 * decisions[]}}.
 */
@Path("/api/v1/sources/{id}/trial")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SourceTrialResource {

  private final TrialAnswers trials;

  @Inject
  SourceTrialResource(TrialAnswers trials) {
    this.trials = trials;
  }

  @GET
  public Response report(@PathParam("id") String id) {
    return trials.report("source:" + id);
  }

  /** Listens for {@code {days}} and opens no cases. */
  @POST
  public Response begin(@PathParam("id") String id, JsonNode days) {
    return trials.begin("source:" + id, days);
  }

  /** Ends it: {@code {decision}} is {@code staff}, {@code listen-only} or {@code drop}. */
  @POST
  @Path("/decide")
  public Response decide(@PathParam("id") String id, JsonNode decision) {
    return trials.decide("source:" + id, decision);
  }
}
