package dev.frontline.dashboard.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Everything that is or was tried out: {@code {of, name, state, since, until, decidedBy, …}}. */
@Path("/api/v1/trials")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TrialsResource {

  private final TrialAnswers trials;

  @Inject
  TrialsResource(TrialAnswers trials) {
    this.trials = trials;
  }

  @GET
  public Response all() {
    return Answers.page(trials.all(), told -> told.path("items"));
  }
}
