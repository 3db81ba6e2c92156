package dev.frontline.dashboard.api;

import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.command.AlarmCommands;
import dev.frontline.dashboard.problem.Problem;
import dev.frontline.dashboard.readmodel.IncidentStore;
import dev.frontline.dashboard.score.AlarmScore;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** How good the alarms are, how easily they ring, and what would have rung otherwise. */
@Path("/api/v1/alarms")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class AlarmsResource {

  private final CurrentViewer viewer;
  private final AlarmCommands alarms;
  private final IncidentStore incidents;

  @Inject
  AlarmsResource(CurrentViewer viewer, AlarmCommands alarms, IncidentStore incidents) {
    this.viewer = viewer;
    this.alarms = alarms;
    this.incidents = incidents;
  }

  /**
   * By brand: {@code {brand, alarms, right, wrong, unjudged, missed, precision, leadMinutes}};
   * precision in percent and the median lead against the peak are left out while nothing is known.
   */
  @GET
  @Path("/score")
  public PageJson<AlarmScore.Json> score() {
    List<AlarmScore.Json> items =
        AlarmScore.of(incidents.all()).stream().map(AlarmScore::json).toList();
    return new PageJson<>(items, 1, items.size(), items.size());
  }

  /**
   * {@code {lowest, highest, highestRisk, items[{brand, version, bars[{signal, factor, falseAlarms,
   * right, missed, steps[{at, incidentId, title, why, factor}]}], resetAt, resetBy}]}}.
   */
  @GET
  @Path("/bars")
  public Response bars() {
    return Answers.of(alarms.bars(viewer.get().caller()));
  }

  /** Back to the bars as shipped; for the social lead and admins. */
  @POST
  @Path("/bars/{brand}/reset")
  public Response reset(@PathParam("brand") String brand) {
    return Answers.of(alarms.reset(brand, viewer.get().caller()));
  }

  /**
   * What would have rung over the last days (1 to 34) with all bars multiplied by {@code bar} (0.3
   * to 3), beside the present ones: {@code {brand, from, to, recordedHours, present, other,
   * curve[], byStory}}, where both settings are {@code {alarms[{at, signal, strength, why, outcome,
   * incidentId, title}], right, wrong, unjudged, missed[], precision}}.
   *
   * @param moved whether the other setting keeps what verdicts have moved
   */
  @GET
  @Path("/backtest")
  public Response backtest(
      @QueryParam("brand") @DefaultValue("") String brand,
      @QueryParam("days") @DefaultValue("28") String days,
      @QueryParam("bar") @DefaultValue("1") String bar,
      @QueryParam("moved") @DefaultValue("true") String moved) {
    if (!days.matches("[0-9]{1,4}")) {
      return Problem.filter("days", days, List.of("1 to 34")).response();
    }
    if (!bar.matches("[0-9]{1,3}(\\.[0-9]{1,6})?")) {
      return Problem.filter("bar", bar, List.of("0.3 to 3")).response();
    }
    return Answers.of(
        alarms.backtest(
            Map.of("brand", brand, "days", days, "bar", bar, "moved", moved),
            viewer.get().caller()));
  }
}
