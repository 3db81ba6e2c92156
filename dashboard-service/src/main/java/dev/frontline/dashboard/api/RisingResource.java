package dev.frontline.dashboard.api;

import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.rising.RisingReader;
import dev.frontline.dashboard.rising.RisingTerm;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Terms that stand out in what people say of each brand. */
@Path("/api/v1/rising")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class RisingResource {

  private final RisingReader rising;
  private final CurrentViewer viewer;

  @Inject
  RisingResource(RisingReader rising, CurrentViewer viewer) {
    this.rising = rising;
    this.viewer = viewer;
  }

  /** All terms, a list without pages. */
  public record Rising(List<RisingTerm> items) {}

  /** The terms of the last three hours, by brand, the most surprising first. */
  @GET
  public Rising rising() {
    viewer.get();
    return new Rising(rising.now());
  }
}
