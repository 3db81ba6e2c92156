package dev.frontline.routing.command;

import dev.frontline.routing.casefile.Actor;
import dev.frontline.routing.casefile.Change;
import dev.frontline.routing.casefile.Command;
import dev.frontline.routing.casefile.Commands;
import dev.frontline.routing.casefile.Decision;
import dev.frontline.routing.casefile.Refusal;
import dev.frontline.routing.store.Cases;
import dev.frontline.routing.store.Workload;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Commands on a case. 200 with the new state; 403, 404, 409 or 422 with problem details that name
 * what is allowed.
 */
@Path("/internal/cases/{id}")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseResource {

  private final Cases cases;
  private final CaseWriter writer;
  private final Commands commands;
  private final Workload workload;
  private final Acting acting;

  @Inject
  CaseResource(
      Cases cases, CaseWriter writer, Commands commands, Workload workload, Acting acting) {
    this.cases = cases;
    this.writer = writer;
    this.commands = commands;
    this.workload = workload;
    this.acting = acting;
  }

  @GET
  public Response get(@PathParam("id") String id) {
    return cases
        .read(id)
        .map(document -> Response.ok(document.state()).build())
        .orElseGet(() -> Problem.notFound("case " + id));
  }

  @POST
  @Path("/take")
  public Response take(@PathParam("id") String id, Command.Take command) {
    return decide(id, command);
  }

  @POST
  @Path("/assign")
  public Response assign(@PathParam("id") String id, Command.Assign command) {
    return decide(id, command);
  }

  @POST
  @Path("/transfer")
  public Response transfer(@PathParam("id") String id, Command.Transfer command) {
    return decide(id, command);
  }

  @POST
  @Path("/notes")
  public Response note(@PathParam("id") String id, Command.Note command) {
    return decide(id, command);
  }

  @POST
  @Path("/replies")
  public Response reply(@PathParam("id") String id, Command.Reply command) {
    return decide(id, command);
  }

  @POST
  @Path("/answered")
  public Response answered(@PathParam("id") String id, Command.Answered command) {
    return decide(id, command);
  }

  @POST
  @Path("/resolve")
  public Response resolve(@PathParam("id") String id, Command.Resolve command) {
    return decide(id, command);
  }

  @POST
  @Path("/reopen")
  public Response reopen(@PathParam("id") String id, Command.Reopen command) {
    return decide(id, command);
  }

  private Response decide(String id, Command command) {
    if (command == null) {
      return Problem.invalid(
          "version", "a JSON body with version is required", java.util.List.of());
    }
    Actor actor = acting.actor();
    Instant now = acting.now();
    Map<String, Integer> load = workload.byPerson(now);
    Optional<Decision> decision =
        writer.change(id, state -> commands.decide(state, command, actor, load, now));
    if (decision.isEmpty()) {
      return Problem.notFound("case " + id);
    }
    if (decision.get() instanceof Refusal refusal) {
      return Problem.of(refusal);
    }
    return Response.ok(
            decision.get() instanceof Change change
                ? change.state()
                : ((Decision.Unchanged) decision.get()).state())
        .build();
  }
}
