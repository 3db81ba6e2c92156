package dev.frontline.ingest.parked;

import dev.frontline.ingest.problem.Overseers;
import dev.frontline.kit.token.CurrentCaller;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code GET /internal/parked}: what could not be read, as it came. */
@Path("/internal/parked")
public class ParkedResource {

  private final ParkedPosts parked;
  private final CurrentCaller caller;

  @Inject
  ParkedResource(ParkedPosts parked, CurrentCaller caller) {
    this.parked = parked;
    this.caller = caller;
  }

  /** The latest; 403 for people who do not look after the system. */
  @GET
  @Blocking
  public Response parked() {
    return Overseers.refusal(caller.get()).orElseGet(() -> Response.ok(parked.latest()).build());
  }
}
