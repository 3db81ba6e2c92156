package dev.frontline.routing.command;

import dev.frontline.kit.company.Company;
import dev.frontline.routing.policy.Router;
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

/**
 * How many mentions ended where, counted from the store, how many cases wait in triage, and how
 * often rules failed since this instance started, as {@code ruleFailures: {rule: times}}.
 */
@Path("/internal/counts")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class CountsResource {

  private final Outcomes outcomes;
  private final Cases cases;
  private final Router router;

  @Inject
  CountsResource(Outcomes outcomes, Cases cases, Router router) {
    this.outcomes = outcomes;
    this.cases = cases;
    this.router = router;
  }

  @GET
  public Map<String, Object> counts() {
    Map<String, Object> counts = new LinkedHashMap<>(outcomes.counts());
    counts.put(Company.TRIAGE, cases.open(Company.TRIAGE));
    counts.put("ruleFailures", router.failuresByRule());
    return counts;
  }
}
