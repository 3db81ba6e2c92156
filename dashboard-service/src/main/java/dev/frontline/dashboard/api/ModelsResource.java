package dev.frontline.dashboard.api;

import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.command.ModelCommands;
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
import java.util.List;

/** The classifier's versions: what each learned, how it measured, and which one judges. */
@Path("/api/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ModelsResource {

  private final CurrentViewer viewer;
  private final ModelCommands models;

  @Inject
  ModelsResource(CurrentViewer viewer, ModelCommands models) {
    this.viewer = viewer;
    this.models = models;
  }

  /**
   * Every version, newest first, the shipped one last: {@code version, active, state} (active,
   * kept, refused or shipped), and for learned ones {@code learned, labels{name: {heldOut,
   * invented}}, reasons[]}; figures from 0 to 100, each {@code {before, after, low, high}}, the
   * last two the 95 % interval of the difference.
   */
  @GET
  public Response all() {
    return Answers.page(models.all(lead()), told -> told.path("items"));
  }

  /**
   * Learns from all corrections and handled posts until now, and answers with the new version when
   * it is done; it is {@code active} already where no label got worse, {@code refused} with {@code
   * reasons} where one did.
   */
  @POST
  @Path("/retrain")
  public Response retrain() {
    return Answers.of(models.retrain(lead()));
  }

  /** Lets any version judge from now on; {@code previous} is what takes it back. */
  @POST
  @Path("/{version}/activate")
  public Response activate(@PathParam("version") String version) {
    return Answers.of(models.activate(version, lead()));
  }

  /** Recorded posts that the version decides otherwise than the one that judges now. */
  @GET
  @Path("/{version}/differences")
  public Response differences(@PathParam("version") String version) {
    return Answers.of(models.differences(version, lead()));
  }

  private Caller lead() {
    if (!viewer.get().seesAll()) {
      throw new Problem(
              "Models are for those who answer for the whole",
              403,
              "You need one of the roles named.",
              List.of("social-lead", "admin"))
          .exception();
    }
    return viewer.get().caller();
  }
}
