package dev.frontline.dashboard.ops;

import dev.frontline.dashboard.account.CurrentViewer;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

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
    viewer.overseer("This page is for those who run Frontline");
    return reader.read();
  }
}
