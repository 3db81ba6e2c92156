package dev.frontline.classify.tally;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** This service's part of the operators' sum. */
@Path("/internal/counts")
public class CountsResource {

  private final Tally tally;

  @Inject
  CountsResource(Tally tally) {
    this.tally = tally;
  }

  /** {@code {classified}}: mentions judged for the first time. */
  @GET
  @Blocking
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Long> counts() {
    return Map.of("classified", tally.classified());
  }
}
