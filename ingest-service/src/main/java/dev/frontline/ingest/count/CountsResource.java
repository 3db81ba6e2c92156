package dev.frontline.ingest.count;

import dev.frontline.ingest.accepting.Published;
import dev.frontline.ingest.parked.ParkedPosts;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;

/** {@code GET /internal/counts}: what was accepted, counted from the store. */
@Path("/internal/counts")
public class CountsResource {

  private final Published published;
  private final ParkedPosts parked;

  @Inject
  CountsResource(Published published, ParkedPosts parked) {
    this.published = published;
    this.parked = parked;
  }

  /** {@code accepted} holds everything that was ever taken, the unreadable included. */
  @GET
  @Blocking
  public Map<String, Long> counts() {
    long unreadable = parked.count();
    return Map.of("accepted", published.count() + unreadable, "parked", unreadable);
  }
}
