package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.command.AlarmCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.dashboard.readmodel.IncidentStore;
import dev.frontline.dashboard.score.AlarmScore;
import dev.frontline.kit.company.Company;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How good the alarms were, what moved their bars, and what would have rung at others. */
@Path("/alarms")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AlarmsPage {

  private static final Set<String> RESETTING = Set.of("social-lead", "admin");

  private final Frames frames;
  private final AlarmCommands alarms;
  private final IncidentStore incidents;
  private final Company company;

  @Inject
  AlarmsPage(Frames frames, AlarmCommands alarms, IncidentStore incidents, Company company) {
    this.frames = frames;
    this.alarms = alarms;
    this.incidents = incidents;
    this.company = company;
  }

  /** What was asked. */
  public record Question(
      String brand, String days, String bar, boolean moved, List<String> brands) {
    /** Days that can be chosen. */
    public List<String> spans() {
      return List.of("7", "14", "28", "34");
    }
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance alarms(
        Frame frame,
        List<AlarmScore> scores,
        List<BarView.Brand> bars,
        boolean mayReset,
        Question question,
        @Nullable BacktestView backtest,
        String said,
        String wrong);
  }

  /** Goes through the recorded time where a brand is named. */
  @GET
  public TemplateInstance show(
      @QueryParam("brand") @DefaultValue("") String brand,
      @QueryParam("days") @DefaultValue("28") String days,
      @QueryParam("bar") @DefaultValue("85") String bar,
      @QueryParam("shipped") @DefaultValue("false") boolean shipped,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = frames.of(session);
    Question question = question(brand, days, bar, !shipped);
    if (brand.isEmpty()) {
      return page(frame, question, null, "", "");
    }
    if (!days.matches("[0-9]{1,4}") || !bar.matches("[0-9]{1,3}")) {
      return page(frame, question, null, "", "Days and the bar are whole numbers: 28 and 85, say.");
    }
    Verdict verdict =
        alarms.backtest(
            Map.of(
                "brand",
                brand,
                "days",
                days,
                "bar",
                String.valueOf(Integer.parseInt(bar) / 100.0),
                "moved",
                String.valueOf(!shipped)),
            frame.viewer().caller());
    if (verdict instanceof Verdict.Told told) {
      String name = "With all bars at " + bar + " %" + (shipped ? " of those as shipped" : "");
      return page(frame, question, BacktestView.of(told.body(), name, frame.zone()), "", "");
    }
    return page(frame, question, null, "", ((Verdict.Refused) verdict).text());
  }

  /** Back to the bars as shipped. */
  @POST
  @Path("/reset")
  public TemplateInstance reset(
      @FormParam("brand") @DefaultValue("") String brand,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = frames.of(session);
    Verdict verdict = alarms.reset(brand, frame.viewer().caller());
    Question question = question("", "28", "85", true);
    return verdict instanceof Verdict.Told
        ? page(frame, question, null, "The alarms of " + brand + " ring as they did at first.", "")
        : page(frame, question, null, "", ((Verdict.Refused) verdict).text());
  }

  private Question question(String brand, String days, String bar, boolean moved) {
    return new Question(
        brand, days, bar, moved, company.brands().stream().map(Company.Brand::name).toList());
  }

  private TemplateInstance page(
      Frame frame, Question question, @Nullable BacktestView backtest, String said, String wrong) {
    Verdict bars = alarms.bars(frame.viewer().caller());
    JsonNode body =
        bars instanceof Verdict.Told told ? told.body() : Json.MAPPER.createObjectNode();
    return Templates.alarms(
        frame,
        AlarmScore.of(incidents.all()),
        BarView.all(body),
        RESETTING.stream().anyMatch(frame.viewer().roles()::contains),
        question,
        backtest,
        said,
        wrong.isEmpty() && bars instanceof Verdict.Refused refused ? refused.text() : wrong);
  }
}
