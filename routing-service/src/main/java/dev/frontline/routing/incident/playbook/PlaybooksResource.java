package dev.frontline.routing.incident.playbook;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.IncidentPlan.Playbook;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.CurrentCaller;
import dev.frontline.routing.incident.life.Playbooks;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to do by kind of risk: read, edited, and back to what the file says or what ships. */
@Path("/internal/playbooks")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlaybooksResource {

  private static final List<String> MAY = List.of("pr", "social-lead", "admin");

  private final EditedPlaybooks edited;
  private final Company company;
  private final CurrentCaller current;
  private final Clock clock;

  @Inject
  PlaybooksResource(EditedPlaybooks edited, Company company, CurrentCaller current, Clock clock) {
    this.edited = edited;
    this.company = company;
    this.current = current;
    this.clock = clock;
  }

  /**
   * A playbook as it is to be.
   *
   * @param version that the person saw; 0 where nobody had edited it
   */
  public record Body(
      long version, @Nullable List<@Nullable String> steps, @Nullable String statement) {}

  /**
   * A playbook as it holds.
   *
   * @param origin {@code edited}, {@code file} or {@code shipped}
   */
  record PlaybookJson(
      String kind,
      long version,
      List<String> steps,
      @Nullable String statement,
      String origin,
      @Nullable String by,
      @Nullable Instant at) {}

  @GET
  public Map<String, Object> all() {
    return Map.of("items", Playbooks.KINDS.stream().map(this::json).toList());
  }

  @PUT
  @Path("/{kind}")
  public Response put(@PathParam("kind") String kind, @Nullable Body body) {
    Optional<Response> refused = refused(kind);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (body == null) {
      return problem(422, "a JSON body is required", List.of("steps, statement"), "steps");
    }
    Optional<EditedPlaybook.Wrong> wrong = EditedPlaybook.wrong(body.steps(), body.statement());
    if (wrong.isPresent()) {
      EditedPlaybook.Wrong w = wrong.get();
      return problem(422, w.detail(), List.of(w.allowed()), w.field());
    }
    String statement = body.statement();
    return write(
        new EditedPlaybook(
            kind,
            body.version() + 1,
            EditedPlaybook.clean(body.steps()),
            statement == null || statement.isBlank() ? null : statement.strip(),
            false,
            current.get().user(),
            clock.instant()),
        body.version());
  }

  /**
   * As the file says, or as shipped, again.
   *
   * @param version that the person saw
   */
  @DELETE
  @Path("/{kind}")
  public Response reset(@PathParam("kind") String kind, @QueryParam("version") long version) {
    return refused(kind)
        .orElseGet(
            () ->
                write(
                    new EditedPlaybook(
                        kind,
                        version + 1,
                        List.of(),
                        null,
                        true,
                        current.get().user(),
                        clock.instant()),
                    version));
  }

  private Response write(EditedPlaybook next, long seen) {
    long version = edited.find(next.kind()).map(EditedPlaybook::version).orElse(0L);
    return version == seen && edited.write(next)
        ? Response.ok(json(next.kind())).build()
        : problem(409, "The playbook has changed meanwhile: read it again", List.of(), "version");
  }

  private PlaybookJson json(String kind) {
    Optional<EditedPlaybook> own = edited.find(kind);
    long version = own.map(EditedPlaybook::version).orElse(0L);
    boolean holds = own.isPresent() && !own.get().removed();
    Playbook playbook = Playbooks.of(edited.over(company.incidentPlan()), kind);
    boolean file = company.incidentPlan().playbooks().stream().anyMatch(p -> p.kind().equals(kind));
    return new PlaybookJson(
        kind,
        version,
        playbook.steps(),
        playbook.statement(),
        holds ? "edited" : file ? "file" : "shipped",
        holds ? own.get().by() : null,
        holds ? own.get().at() : null);
  }

  private Optional<Response> refused(String kind) {
    Caller caller = current.get();
    if (MAY.stream().noneMatch(caller::has)) {
      return Optional.of(problem(403, "Playbooks are written by who handles crises", MAY, null));
    }
    return Playbooks.KINDS.contains(kind)
        ? Optional.empty()
        : Optional.of(problem(404, "There is no kind '" + kind + "'", Playbooks.KINDS, "kind"));
  }

  private static Response problem(
      int status, String detail, List<String> allowed, @Nullable String field) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put(
        "title",
        switch (status) {
          case 403 -> "Not allowed";
          case 404 -> "Not found";
          case 409 -> "Not possible now";
          default -> "Invalid value";
        });
    problem.put("status", status);
    problem.put("detail", detail);
    problem.put("allowed", allowed);
    if (field != null) {
      problem.put("field", field);
    }
    return Response.status(status)
        .type(MediaType.valueOf("application/problem+json"))
        .entity(problem)
        .build();
  }
}
