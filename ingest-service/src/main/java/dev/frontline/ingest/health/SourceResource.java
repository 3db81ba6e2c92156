package dev.frontline.ingest.health;

import dev.frontline.ingest.problem.Overseers;
import dev.frontline.ingest.problem.Problem;
import dev.frontline.ingest.reading.Controls;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.token.CurrentCaller;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /internal/sources}: how every configured source does, and what people decide about it. */
@Path("/internal/sources")
@Blocking
public class SourceResource {

  private final SourceWatch watch;
  private final Controls controls;
  private final Company company;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  SourceResource(
      SourceWatch watch, Controls controls, Company company, CurrentCaller caller, Clock clock) {
    this.watch = watch;
    this.controls = controls;
    this.company = company;
    this.caller = caller;
    this.clock = clock;
  }

  /** From when a source is to be read again. */
  public record From(@Nullable Instant from) {}

  @GET
  public List<SourceHealth> all() {
    return watch.all();
  }

  /**
   * Lets it rest; what is said meanwhile is read when it is resumed, as far as its network goes.
   */
  @POST
  @Path("/{id}/pause")
  public Response pause(@PathParam("id") String id) {
    return guarded(id, () -> controls.pause(id, true, caller.get().user()));
  }

  @POST
  @Path("/{id}/resume")
  public Response resume(@PathParam("id") String id) {
    return guarded(id, () -> controls.pause(id, false, caller.get().user()));
  }

  /** Begins again at the moment. */
  @POST
  @Path("/{id}/reread")
  public Response reread(@PathParam("id") String id, From body) {
    Instant from = body.from();
    if (from == null || from.isAfter(clock.instant())) {
      return Problem.of(422, "No such moment", "from must be a time that has passed.");
    }
    return guarded(id, () -> controls.reread(id, from));
  }

  private Response guarded(String id, Runnable work) {
    Optional<Response> refusal = Overseers.refusal(caller.get());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (company.source(id).isEmpty()) {
      return Problem.of(404, "No such source", "No source of that id is configured.");
    }
    work.run();
    return Response.ok(Map.of("id", id)).build();
  }
}
