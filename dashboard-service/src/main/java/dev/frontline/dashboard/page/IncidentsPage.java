package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.incident.IncidentKind;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.command.IncidentCommands;
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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All crises and opportunities, and how good the alarms were. */
@Path("/incidents")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class IncidentsPage {

  private final Frames frames;
  private final IncidentStore incidents;
  private final IncidentCommands commands;
  private final Company company;

  @Inject
  IncidentsPage(
      Frames frames, IncidentStore incidents, IncidentCommands commands, Company company) {
    this.frames = frames;
    this.incidents = incidents;
    this.commands = commands;
    this.company = company;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance incidents(
        Frame frame,
        List<IncidentState> open,
        List<IncidentState> chances,
        List<IncidentState> ended,
        List<AlarmScore> scores,
        List<String> brands,
        boolean mayOpen,
        String wrong);
  }

  @GET
  public TemplateInstance show(@CookieParam(Sessions.COOKIE) @Nullable String session) {
    return page(session, "");
  }

  /** Opens one that a person saw first. */
  @POST
  public TemplateInstance open(
      @FormParam("brand") @DefaultValue("") String brand,
      @FormParam("title") @DefaultValue("") String title,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("brand", brand).put("title", title);
    Verdict verdict = commands.open(body, frames.of(session).viewer().caller());
    if (verdict instanceof Verdict.Told told) {
      incidents.seen(IncidentCommands.state(told));
      return page(session, "");
    }
    return page(session, ((Verdict.Refused) verdict).text());
  }

  private TemplateInstance page(@Nullable String session, String wrong) {
    Frame frame = frames.of(session);
    List<IncidentState> all = incidents.all();
    return Templates.incidents(
        frame,
        all.stream().filter(s -> !s.status().ended() && s.kind() == IncidentKind.CRISIS).toList(),
        all.stream()
            .filter(s -> !s.status().ended() && s.kind() == IncidentKind.OPPORTUNITY)
            .toList(),
        all.stream().filter(s -> s.status().ended()).limit(50).toList(),
        AlarmScore.of(all),
        company.brands().stream().map(Company.Brand::name).toList(),
        RoomPage.handles(frame),
        wrong);
  }
}
