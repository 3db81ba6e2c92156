package dev.frontline.routing.command;

import dev.frontline.kit.company.Company;
import dev.frontline.routing.store.Cases;
import dev.frontline.routing.store.Outcomes;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many mentions ended where, counted from the store, and how many cases wait in triage. */
@Path("/internal/counts")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class CountsResource {

  private final Outcomes outcomes;
  private final Cases cases;

  @Inject
  CountsResource(Outcomes outcomes, Cases cases) {
    this.outcomes = outcomes;
    this.cases = cases;
  }

  @GET
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>(outcomes.counts());
    counts.put(Company.TRIAGE, cases.open(Company.TRIAGE));
    return counts;
  }
}
