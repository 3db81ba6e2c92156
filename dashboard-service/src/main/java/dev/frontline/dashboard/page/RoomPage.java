package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.mention.MentionKey;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.command.IncidentCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.dashboard.live.RecentCases;
import dev.frontline.dashboard.readmodel.IncidentStore;
import dev.frontline.dashboard.report.ReportPdf;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One incident: what rises and why, what is done about it and by whom, and the report after. */
@Path("/incidents/{id}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class RoomPage {

  private static final int MOST_CASES = 30;
  private static final List<String> TEXTS = List.of("text", "note", "reason");
  private static final List<String> HANDLING = List.of("pr", "social-lead", "admin");

  private final Frames frames;
  private final IncidentStore incidents;
  private final IncidentCommands commands;
  private final RecentCases cases;

  @Inject
  RoomPage(Frames frames, IncidentStore incidents, IncidentCommands commands, RecentCases cases) {
    this.frames = frames;
    this.incidents = incidents;
    this.commands = commands;
    this.cases = cases;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance room(
        Frame frame,
        IncidentState i,
        @Nullable CurveView curve,
        List<AttachedView> attached,
        List<IncidentState> similar,
        @Nullable String firstPost,
        String lead,
        boolean may,
        boolean open,
        String wrong);

    static native TemplateInstance report(
        Frame frame,
        IncidentState i,
        @Nullable CurveView curve,
        List<StepView> steps,
        List<AttachedView> attached,
        @Nullable String firstPost,
        String lead);
  }

  @GET
  public TemplateInstance show(
      @PathParam("id") String id, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    return room(find(id), session, "");
  }

  /** What came of it, to be read or printed. */
  @GET
  @Path("/report")
  public TemplateInstance report(
      @PathParam("id") String id, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    IncidentState i = find(id);
    Frame frame = frames.of(session);
    return Templates.report(
        frame,
        i,
        CurveView.of(i, frame.zone()),
        StepView.of(i),
        attached(i, frame),
        firstPost(i),
        StepView.lead(i.times()));
  }

  /** The same as a document. */
  @GET
  @Path("/report")
  @Produces("application/pdf;qs=0.5")
  public Response reportDocument(
      @PathParam("id") String id, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    return pdf(id, session);
  }

  /** The same as a document, for a link. */
  @GET
  @Path("/report.pdf")
  @Produces("application/pdf")
  public Response reportFile(
      @PathParam("id") String id, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    return pdf(id, session);
  }

  private Response pdf(String id, @Nullable String session) {
    IncidentState i = find(id);
    Frame frame = frames.of(session);
    byte[] document = ReportPdf.of(RoomReport.of(i, attached(i, frame), frame));
    return Response.ok(document, "application/pdf")
        .header("Content-Disposition", "inline; filename=\"incident-report.pdf\"")
        .build();
  }

  /** Does what a button says. */
  @POST
  @Path("/do/{command}")
  public TemplateInstance act(
      @PathParam("id") String id,
      @PathParam("command") String name,
      MultivaluedMap<String, String> form,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    if (!IncidentCommands.NAMES.contains(name)) {
      throw new NotFoundException();
    }
    ObjectNode body = Json.MAPPER.createObjectNode();
    for (String field : TEXTS) {
      String value = form.getFirst(field);
      if (value != null) {
        body.put(field, value);
      }
    }
    flag(form, "done", body);
    flag(form, "paused", body);
    flag(form, "real", body);
    String item = form.getFirst("item");
    if (item != null && item.matches("\\d{1,3}")) {
      body.put("item", Integer.parseInt(item));
    }
    Verdict verdict = commands.send(id, name, body, frames.of(session).viewer().caller());
    if (verdict instanceof Verdict.Told told) {
      IncidentState state = IncidentCommands.state(told);
      incidents.seen(state);
      return room(state, session, "");
    }
    return room(find(id), session, ((Verdict.Refused) verdict).text());
  }

  private TemplateInstance room(IncidentState i, @Nullable String session, String wrong) {
    Frame frame = frames.of(session);
    return Templates.room(
        frame,
        i,
        CurveView.of(i, frame.zone()),
        attached(i, frame),
        i.similar().stream().flatMap(s -> incidents.find(s).stream()).toList(),
        firstPost(i),
        StepView.lead(i.times()),
        handles(frame) || frame.viewer().departments().contains(i.department()),
        !i.status().ended(),
        wrong);
  }

  private List<AttachedView> attached(IncidentState i, Frame frame) {
    Map<String, CaseState> found =
        cases.find(i.caseIds()).stream()
            .collect(Collectors.toMap(CaseState::id, Function.identity()));
    return i.caseIds().stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing((CaseState c) -> c.times().acceptedAt()).reversed())
        .limit(MOST_CASES)
        .map(c -> AttachedView.of(c, handles(frame) || frame.viewer().sees(c.department())))
        .toList();
  }

  /** Whether the reader is of those who handle crises. */
  static boolean handles(Frame frame) {
    return HANDLING.stream().anyMatch(frame.viewer().roles()::contains);
  }

  private static @Nullable String firstPost(IncidentState i) {
    return i.why().firstPost() == null ? null : MentionKey.of(i.why().firstPost());
  }

  private static void flag(MultivaluedMap<String, String> form, String field, ObjectNode body) {
    String value = form.getFirst(field);
    if (value != null) {
      body.put(field, Boolean.parseBoolean(value));
    }
  }

  private IncidentState find(String id) {
    return incidents.find(id).orElseThrow(NotFoundException::new);
  }
}
