package dev.frontline.ingest.parked;

import dev.frontline.ingest.accepting.Published;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;

/** What was accepted and what could not be read, counted from the store. */
@Path("/internal")
public class ParkedResource {

  private final Published published;
  private final ParkedPosts parked;

  @Inject
  ParkedResource(Published published, ParkedPosts parked) {
    this.published = published;
    this.parked = parked;
  }

  /** {@code accepted} holds everything that was ever taken, the unreadable included. */
  @GET
  @Path("/counts")
  @Blocking
  public Map<String, Long> counts() {
    long unreadable = parked.count();
    return Map.of("accepted", published.count() + unreadable, "parked", unreadable);
  }

  @GET
  @Path("/parked")
  @Blocking
  public List<ParkedPost> parked() {
    return parked.latest();
  }
}
