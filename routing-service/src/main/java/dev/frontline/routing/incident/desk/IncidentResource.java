package dev.frontline.routing.incident.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.CurrentCaller;
import dev.frontline.routing.casefile.Actor;
import dev.frontline.routing.incident.life.Handling;
import dev.frontline.routing.incident.life.IncidentCommand;
import dev.frontline.routing.incident.life.IncidentDecision;
import dev.frontline.routing.incident.life.Rising;
import dev.frontline.routing.incident.playbook.EditedPlaybooks;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Commands on an incident. 200 with the new state; 403, 404, 409 or 422 with problem details that
 * name what is allowed.
 */
@Path("/internal/incidents")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IncidentResource {

  private static final int LONGEST_TITLE = 120;

  private final IncidentWriter writer;
  private final Rising rising;
  private final Company company;
  private final CurrentCaller current;
  private final Clock clock;

  @Inject
  IncidentResource(
      IncidentWriter writer,
      Company company,
      EditedPlaybooks playbooks,
      CurrentCaller current,
      Clock clock) {
    this.writer = writer;
    this.rising = new Rising(company, () -> playbooks.over(company.incidentPlan()));
    this.company = company;
    this.current = current;
    this.clock = clock;
  }

  /** What a person saw before any alarm did. */
  public record Open(@Nullable String brand, @Nullable String title, @Nullable String riskKind) {}

  /** A refusal as RFC 9457 problem details. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Problem(
      String title, int status, String detail, List<String> allowed, @Nullable String field) {}

  @GET
  @Path("/{id}")
  public Response get(@PathParam("id") String id) {
    return writer.find(id).map(s -> Response.ok(s).build()).orElseGet(() -> notFound(id));
  }

  @POST
  public Response open(Open body) {
    Actor actor = actor();
    if (Set.of("pr", "social-lead", "admin").stream().noneMatch(actor.roles()::contains)) {
      return refused(
          new IncidentDecision.Refused(
              403, "not by " + actor.user(), List.of("pr", "social-lead", "admin"), null));
    }
    List<String> brands = company.brands().stream().map(Company.Brand::name).toList();
    if (body == null || body.brand() == null || !brands.contains(body.brand())) {
      return refused(
          new IncidentDecision.Refused(422, "brand must be one of the company's", brands, "brand"));
    }
    if (body.title() == null || body.title().isBlank() || body.title().length() > LONGEST_TITLE) {
      return refused(
          new IncidentDecision.Refused(
              422, "title is required", List.of("1 to " + LONGEST_TITLE + " characters"), "title"));
    }
    Instant now = clock.instant();
    String id =
        "i-"
            + MentionKey.hash(
                    body.brand() + "\nperson\n" + now.getEpochSecond() / 60 + body.title())
                .substring(0, 22);
    return decide(
        id,
        before ->
            before != null
                ? new IncidentDecision.Same(before)
                : rising.byHand(
                    id,
                    body.brand(),
                    body.title().strip(),
                    body.riskKind(),
                    actor.user(),
                    actor.user(),
                    now));
  }

  @POST
  @Path("/{id}/acknowledge")
  public Response acknowledge(@PathParam("id") String id) {
    return command(id, new IncidentCommand.Acknowledge());
  }

  @POST
  @Path("/{id}/confirm")
  public Response confirm(@PathParam("id") String id) {
    return command(id, new IncidentCommand.Confirm());
  }

  @POST
  @Path("/{id}/join")
  public Response join(@PathParam("id") String id) {
    return command(id, new IncidentCommand.Join());
  }

  @POST
  @Path("/{id}/notes")
  public Response note(@PathParam("id") String id, IncidentCommand.Note command) {
    return command(id, command);
  }

  @POST
  @Path("/{id}/statement")
  public Response draft(@PathParam("id") String id, IncidentCommand.Draft command) {
    return command(id, command);
  }

  @POST
  @Path("/{id}/approve")
  public Response approve(@PathParam("id") String id, IncidentCommand.Approve command) {
    return command(id, command == null ? new IncidentCommand.Approve(null) : command);
  }

  @POST
  @Path("/{id}/checklist")
  public Response check(@PathParam("id") String id, IncidentCommand.Check command) {
    return command(id, command);
  }

  @POST
  @Path("/{id}/pause")
  public Response pause(@PathParam("id") String id, IncidentCommand.Pause command) {
    return command(id, command == null ? new IncidentCommand.Pause(true) : command);
  }

  @POST
  @Path("/{id}/handle")
  public Response handle(@PathParam("id") String id) {
    return command(id, new IncidentCommand.Handle());
  }

  @POST
  @Path("/{id}/close")
  public Response close(@PathParam("id") String id, IncidentCommand.Close command) {
    return command(id, command == null ? new IncidentCommand.Close(null) : command);
  }

  @POST
  @Path("/{id}/dismiss")
  public Response dismiss(@PathParam("id") String id, IncidentCommand.Dismiss command) {
    return command(id, command == null ? new IncidentCommand.Dismiss(null) : command);
  }

  @POST
  @Path("/{id}/verdict")
  public Response judge(@PathParam("id") String id, IncidentCommand.Judge command) {
    return command(id, command);
  }

  private Response command(String id, @Nullable IncidentCommand command) {
    if (command == null) {
      return refused(new IncidentDecision.Refused(422, "a JSON body is required", List.of(), null));
    }
    if (writer.find(id).isEmpty()) {
      return notFound(id);
    }
    Actor actor = actor();
    Instant now = clock.instant();
    return decide(
        id,
        state ->
            state == null
                ? AcknowledgementTimer.gone()
                : Handling.decide(state, command, actor, now));
  }

  private Response decide(String id, Function<@Nullable IncidentState, IncidentDecision> decide) {
    IncidentDecision decision = writer.change(id, decide);
    if (decision instanceof IncidentDecision.Refused refused) {
      return refused(refused);
    }
    return Response.ok(
            decision instanceof IncidentDecision.Changed changed
                ? changed.state()
                : ((IncidentDecision.Same) decision).state())
        .build();
  }

  private Actor actor() {
    Caller caller = current.get();
    return new Actor(caller.user(), caller.roles(), caller.departments());
  }

  private static Response refused(IncidentDecision.Refused r) {
    String title =
        switch (r.status()) {
          case 403 -> "Not allowed";
          case 409 -> "Not possible now";
          default -> "Invalid value";
        };
    return problem(new Problem(title, r.status(), r.detail(), r.allowed(), r.field()));
  }

  private static Response notFound(String id) {
    return problem(new Problem("Not found", 404, "There is no incident " + id, List.of(), null));
  }

  private static Response problem(Problem problem) {
    return Response.status(problem.status())
        .type(MediaType.valueOf("application/problem+json"))
        .entity(problem)
        .build();
  }
}
