package dev.frontline.dashboard.ops;

import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.account.Viewer;
import dev.frontline.dashboard.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Counts, lag, dead letters and sources, for those who watch over the whole. */
@Path("/api/v1/ops")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class OpsResource {

  private final CurrentViewer viewer;
  private final OpsReader reader;

  @Inject
  OpsResource(CurrentViewer viewer, OpsReader reader) {
    this.viewer = viewer;
    this.reader = reader;
  }

  @GET
  public OpsJson ops() {
    Viewer who = viewer.get();
    if (!who.seesOps()) {
      throw new Problem(
              "This page is for those who run Frontline",
              403,
              "You need one of the roles named.",
              List.of("ops", "social-lead", "admin"))
          .exception();
    }
    return reader.read();
  }
}
