package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.command.TemplateCommands;
import dev.frontline.dashboard.command.TemplateCommands.Of;
import dev.frontline.dashboard.command.Verdict;
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

/** Playbooks by kind of risk and how each kind of alert reads, to be edited. */
@Path("/templates")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class TemplatesPage {

  private final Frames frames;
  private final TemplateCommands templates;

  @Inject
  TemplatesPage(Frames frames, TemplateCommands templates) {
    this.frames = frames;
    this.templates = templates;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance templates(
        Frame frame,
        List<TemplateView> playbooks,
        List<TemplateView> alerts,
        boolean mayPlaybooks,
        boolean mayAlerts,
        String said,
        String wrong);
  }

  @GET
  public TemplateInstance show(@CookieParam(Sessions.COOKIE) @Nullable String session) {
    return page(frames.of(session), "", "");
  }

  /** Keeps a playbook: its steps one a line. */
  @POST
  @Path("/playbook")
  public TemplateInstance playbook(
      @FormParam("kind") @DefaultValue("") String kind,
      @FormParam("version") @DefaultValue("0") long version,
      @FormParam("first") @DefaultValue("") String statement,
      @FormParam("lines") @DefaultValue("") String steps,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("version", version);
    body.put("statement", statement);
    steps.lines().forEach(body.withArray("steps")::add);
    Frame frame = frames.of(session);
    return after(
        frame,
        templates.change(Of.PLAYBOOKS, kind, body, frame.viewer().caller()),
        "The playbook is kept: it holds for alarms from now on.");
  }

  /** Keeps how a kind of alert reads. */
  @POST
  @Path("/alert")
  public TemplateInstance alert(
      @FormParam("kind") @DefaultValue("") String kind,
      @FormParam("version") @DefaultValue("0") long version,
      @FormParam("first") @DefaultValue("") String title,
      @FormParam("lines") @DefaultValue("") String lines,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("version", version);
    body.put("title", title).putArray("lines");
    lines.lines().forEach(body.withArray("lines")::add);
    Frame frame = frames.of(session);
    return after(
        frame,
        templates.change(Of.ALERTS, kind, body, frame.viewer().caller()),
        "These alerts read so from now on.");
  }

  /** Back to how it was before anybody edited it. */
  @POST
  @Path("/reset")
  public TemplateInstance reset(
      @FormParam("of") @DefaultValue("playbook") String of,
      @FormParam("kind") @DefaultValue("") String kind,
      @FormParam("version") @DefaultValue("0") long version,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = frames.of(session);
    Of which = of.equals("alert") ? Of.ALERTS : Of.PLAYBOOKS;
    return after(
        frame,
        templates.reset(which, kind, version, frame.viewer().caller()),
        "It is as it was before anybody edited it.");
  }

  private TemplateInstance after(Frame frame, Verdict verdict, String said) {
    return verdict instanceof Verdict.Told
        ? page(frame, said, "")
        : page(frame, "", ((Verdict.Refused) verdict).text());
  }

  private TemplateInstance page(Frame frame, String said, String wrong) {
    Verdict playbooks = templates.all(Of.PLAYBOOKS, frame.viewer().caller());
    Verdict alerts = templates.all(Of.ALERTS, frame.viewer().caller());
    String trouble =
        wrong.isEmpty() && playbooks instanceof Verdict.Refused refused ? refused.text() : wrong;
    return Templates.templates(
        frame,
        TemplateView.playbooks(body(playbooks)),
        TemplateView.alerts(body(alerts)),
        RoomPage.handles(frame),
        frame.viewer().seesOps(),
        said,
        trouble);
  }

  private static JsonNode body(Verdict verdict) {
    return verdict instanceof Verdict.Told told ? told.body() : Json.MAPPER.createObjectNode();
  }
}
