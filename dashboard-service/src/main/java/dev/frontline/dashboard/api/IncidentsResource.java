package dev.frontline.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.command.IncidentCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.dashboard.problem.Problem;
import dev.frontline.dashboard.readmodel.IncidentStore;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Crises and opportunities: all of them, one by one, and what people do with them. */
@Path("/api/v1/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class IncidentsResource {

  private static final List<String> STATES = List.of("open", "ended");

  private final CurrentViewer viewer;
  private final IncidentStore incidents;
  private final IncidentCommands commands;

  @Inject
  IncidentsResource(CurrentViewer viewer, IncidentStore incidents, IncidentCommands commands) {
    this.viewer = viewer;
    this.incidents = incidents;
    this.commands = commands;
  }

  /**
   * Those that go on first, each latest first.
   *
   * @param state {@code open} or {@code ended}; all where absent
   */
  @GET
  public Response list(
      @QueryParam("brand") @Nullable String brand, @QueryParam("state") @Nullable String state) {
    if (state != null && !STATES.contains(state)) {
      return Problem.filter("state", state, STATES).response();
    }
    List<IncidentJson> items =
        incidents.all().stream()
            .filter(s -> brand == null || s.brand().equals(brand))
            .filter(s -> state == null || s.status().ended() == state.equals("ended"))
            .map(IncidentJson::line)
            .toList();
    return Response.ok(new PageJson<>(items, 1, items.size(), items.size())).build();
  }

  @GET
  @Path("/{id}")
  public IncidentJson one(@PathParam("id") String id) {
    return IncidentJson.of(
        incidents.find(id).orElseThrow(() -> Problem.notFound("incident", id).exception()));
  }

  /** Opens one that a person saw first: {@code {brand, title, riskKind?}}. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response open(@Nullable JsonNode body) {
    return answer(commands.open(body, viewer.get().caller()));
  }

  /**
   * One of acknowledge, confirm, join, notes {text}, statement {text}, approve {text?}, checklist
   * {item, done?}, pause {paused?}, handle, close {note?}, dismiss {reason?}, verdict {real}; who
   * may is checked by the service that owns incidents.
   */
  @POST
  @Path("/{id}/{command}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response command(
      @PathParam("id") String id, @PathParam("command") String name, @Nullable JsonNode body) {
    if (!IncidentCommands.NAMES.contains(name)) {
      return new Problem(
              "There is no such command", 404, "'" + name + "' is none.", IncidentCommands.NAMES)
          .response();
    }
    return answer(commands.send(id, name, body, viewer.get().caller()));
  }

  private static Response answer(Verdict verdict) {
    if (verdict instanceof Verdict.Told told) {
      IncidentState state = IncidentCommands.state(told);
      return Response.ok(IncidentJson.of(state)).build();
    }
    Verdict.Refused refused = (Verdict.Refused) verdict;
    return Problem.response(refused.status(), refused.problem());
  }
}
