package dev.frontline.routing.incident.backtest;

import dev.frontline.kit.company.Company;
import dev.frontline.routing.incident.count.Counts;
import dev.frontline.routing.incident.count.MinuteSeries;
import dev.frontline.routing.incident.store.Incidents;
import dev.frontline.routing.incident.stream.ShippedBars;
import dev.frontline.routing.incident.tuning.AlarmBars;
import dev.frontline.routing.incident.watch.Bars;
import dev.frontline.routing.incident.watch.Replay.Setting;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Goes through a brand's recorded counts at the present bars and at others. */
@Path("/internal/backtest")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class BacktestResource {

  private static final int MOST_DAYS = 34;
  private static final double LOWEST = 0.3;
  private static final double HIGHEST = 3;

  private final Counts counts;
  private final Incidents incidents;
  private final AlarmBars bars;
  private final ShippedBars shipped;
  private final Company company;
  private final Clock clock;

  @Inject
  BacktestResource(
      Counts counts,
      Incidents incidents,
      AlarmBars bars,
      ShippedBars shipped,
      Company company,
      Clock clock) {
    this.counts = counts;
    this.incidents = incidents;
    this.bars = bars;
    this.shipped = shipped;
    this.company = company;
    this.clock = clock;
  }

  /**
   * @param days that are asked about, 1 to 34
   * @param bar by what all bars of the other setting are multiplied, 0.3 to 3
   * @param moved whether the other setting keeps what verdicts have moved
   */
  @GET
  public Response run(
      @QueryParam("brand") @DefaultValue("") String brand,
      @QueryParam("days") @DefaultValue("28") int days,
      @QueryParam("bar") @DefaultValue("1") double bar,
      @QueryParam("moved") @DefaultValue("true") boolean moved) {
    List<String> brands = company.brands().stream().map(Company.Brand::name).toList();
    if (!brands.contains(brand)) {
      return invalid("brand", "'" + brand + "' is none of the brands", brands);
    }
    if (days < 1 || days > MOST_DAYS) {
      return invalid("days", days + " days cannot be gone through", List.of("1 to " + MOST_DAYS));
    }
    if (!(bar >= LOWEST && bar <= HIGHEST)) {
      return invalid(
          "bar", "bars cannot be multiplied by " + bar, List.of(LOWEST + " to " + HIGHEST));
    }
    long last = clock.instant().getEpochSecond() / 60;
    long hour = Math.floorDiv(last, 60L);
    MinuteSeries series =
        MinuteSeries.of(
            counts.read(brand, hour - Counts.KEPT, hour), (hour - Counts.KEPT) * 60, last);
    Map<String, Double> factors = bars.read(brand).factors();
    return Response.ok(
            Backtest.of(
                brand,
                series,
                last - days * 24L * 60 + 1,
                new Setting(shipped.volumes() ? shipped.bars() : Bars.STORIES_ONLY, factors, 1),
                new Setting(shipped.bars(), moved ? factors : Map.of(), bar),
                incidents.all(brand)))
        .build();
  }

  private static Response invalid(String field, String detail, List<String> allowed) {
    return Response.status(422)
        .type(MediaType.valueOf("application/problem+json"))
        .entity(
            Map.of(
                "title",
                "Invalid value",
                "status",
                422,
                "detail",
                detail,
                "field",
                field,
                "allowed",
                allowed))
        .build();
  }
}
