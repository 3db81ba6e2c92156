package dev.frontline.routing.incident.tuning;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.CurrentCaller;
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
import java.util.Map;

/** How easily each alarm rings, and back to how it was at first. */
@Path("/internal/alarm-bars")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class AlarmBarsResource {

  private static final List<String> MAY = List.of("social-lead", "admin");

  private final AlarmBars bars;
  private final BarKeeping keeping;
  private final Company company;
  private final CurrentCaller current;

  @Inject
  AlarmBarsResource(AlarmBars bars, BarKeeping keeping, Company company, CurrentCaller current) {
    this.bars = bars;
    this.keeping = keeping;
    this.company = company;
    this.current = current;
  }

  /** The bounds, and each brand's bars that were moved or judged. */
  @GET
  public Map<String, Object> all() {
    return Map.of(
        "lowest",
        Adapting.LOWEST,
        "highest",
        Adapting.HIGHEST,
        "highestRisk",
        Adapting.HIGHEST_RISK,
        "items",
        company.brands().stream().map(b -> bars.read(b.name())).toList());
  }

  /** As shipped again; 200 with what they are then. */
  @POST
  @Path("/{brand}/reset")
  public Response reset(@PathParam("brand") String brand) {
    Caller caller = current.get();
    if (MAY.stream().noneMatch(caller::has)) {
      return problem("Not allowed", 403, "Bars are reset by those who answer for the whole", MAY);
    }
    List<String> brands = company.brands().stream().map(Company.Brand::name).toList();
    if (!brands.contains(brand)) {
      return problem("Not found", 404, "There is no brand " + brand, brands);
    }
    return Response.ok(keeping.reset(brand, caller.user())).build();
  }

  private static Response problem(String title, int status, String detail, List<String> allowed) {
    return Response.status(status)
        .type(MediaType.valueOf("application/problem+json"))
        .entity(Map.of("title", title, "status", status, "detail", detail, "allowed", allowed))
        .build();
  }
}
