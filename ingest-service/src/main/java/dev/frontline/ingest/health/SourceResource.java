package dev.frontline.ingest.health;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** {@code GET /internal/sources}: how every configured source does. */
@Path("/internal/sources")
public class SourceResource {

  private final SourceWatch watch;

  @Inject
  SourceResource(SourceWatch watch) {
    this.watch = watch;
  }

  @GET
  @Blocking
  public List<SourceHealth> all() {
    return watch.all();
  }
}
