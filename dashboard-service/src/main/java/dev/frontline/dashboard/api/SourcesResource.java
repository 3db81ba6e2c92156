package dev.frontline.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.command.ListeningCommands;
import dev.frontline.dashboard.problem.Problem;
import dev.frontline.kit.token.Caller;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * How every source does: {@code {id, kind, network, state, lastPostAt, lagSeconds, posts, dropped,
 * perHour, usualPerHour, quotaLeft, cost, costThisMonth, spendCap, lastError, canReply, paused,
 * gaps[{from, to, reason}]}}.
 */
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SourcesResource {

  private final CurrentViewer viewer;
  private final ListeningCommands listening;

  @Inject
  SourcesResource(CurrentViewer viewer, ListeningCommands listening) {
    this.viewer = viewer;
    this.listening = listening;
  }

  @GET
  public Response all() {
    return Answers.page(listening.sources(overseer()), told -> told);
  }

  @POST
  @Path("/{id}/pause")
  public Response pause(@PathParam("id") String id) {
    return Answers.of(listening.pause(id, true, overseer()));
  }

  @POST
  @Path("/{id}/resume")
  public Response resume(@PathParam("id") String id) {
    return Answers.of(listening.pause(id, false, overseer()));
  }

  /** Reads again from {@code {from}}, an ISO-8601 time; what is known already is not told twice. */
  @POST
  @Path("/{id}/reread")
  public Response reread(@PathParam("id") String id, JsonNode body) {
    Caller caller = overseer();
    try {
      Instant from = OffsetDateTime.parse(body.path("from").asText("")).toInstant();
      return Answers.of(listening.reread(id, from, caller));
    } catch (DateTimeException e) {
      throw new Problem("from must be a time", 422, "Write it as 2026-11-20T09:15:00Z.", List.of())
          .exception();
    }
  }

  private Caller overseer() {
    return viewer.overseer("Sources are for those who run Frontline").caller();
  }
}
