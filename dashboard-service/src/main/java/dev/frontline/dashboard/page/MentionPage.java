package dev.frontline.dashboard.page;

import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.RoutingEvent;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.account.Viewer;
import dev.frontline.dashboard.command.MentionCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.dashboard.mention.MarkedText;
import dev.frontline.dashboard.mention.MentionCases;
import dev.frontline.dashboard.mention.MentionSight;
import dev.frontline.dashboard.mention.Sentences;
import dev.frontline.dashboard.readmodel.MentionStore;
import dev.frontline.dashboard.readmodel.StoredMention;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One post, whether or not it needs anybody; a filed one becomes a case with one click. */
@Path("/mentions/{id}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class MentionPage {

  private final CurrentViewer current;
  private final Frames frames;
  private final MentionStore mentions;
  private final MentionSight sight;
  private final MentionCases cases;
  private final MentionCommands commands;

  @Inject
  MentionPage(
      CurrentViewer current,
      Frames frames,
      MentionStore mentions,
      MentionSight sight,
      MentionCases cases,
      MentionCommands commands) {
    this.current = current;
    this.frames = frames;
    this.mentions = mentions;
    this.sight = sight;
    this.cases = cases;
    this.commands = commands;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance mention(
        Frame frame,
        StoredMention m,
        List<LabelView> labels,
        List<String> about,
        List<MarkedText.Piece> text,
        @Nullable String link,
        List<ReplyView> replies,
        String outcome,
        String wrong);
  }

  @GET
  public TemplateInstance show(
      @PathParam("id") String id, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    return page(find(id), session, "");
  }

  /** Corrects one label. */
  @POST
  @Path("/label")
  public TemplateInstance label(
      @PathParam("id") String id,
      @FormParam("label") @DefaultValue("") String label,
      @FormParam("holds") boolean holds,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    StoredMention m = changeable(id);
    Verdict verdict =
        commands.correct(
            m, Json.MAPPER.createObjectNode().put(label, holds), current.get().caller());
    if (verdict instanceof Verdict.Judged judged) {
      return page(
          new StoredMention(
              m.id(), m.key(), m.mention(), judged.classification(), m.withdrawn(), m.routed()),
          session,
          "");
    }
    return page(m, session, ((Verdict.Refused) verdict).text());
  }

  /** Makes it a case. */
  @POST
  @Path("/open")
  public Response open(
      @PathParam("id") String id,
      @FormParam("department") @Nullable String department,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    StoredMention m = changeable(id);
    Verdict verdict = commands.open(m, department, current.get().caller());
    if (verdict instanceof Verdict.Done done) {
      return Response.ok().header("HX-Redirect", "/cases/" + done.state().id()).build();
    }
    return Response.ok(page(m, session, ((Verdict.Refused) verdict).text())).build();
  }

  private StoredMention find(String id) {
    Viewer viewer = current.get();
    StoredMention m = mentions.find(id).orElseThrow(NotFoundException::new);
    if (!sight.mayRead(viewer, m)) {
      throw new ForbiddenException("This post is in another department.");
    }
    return m;
  }

  private StoredMention changeable(String id) {
    StoredMention m = find(id);
    if (!sight.mayChange(current.get(), m)) {
      throw new ForbiddenException("This post is in another department.");
    }
    return m;
  }

  private static List<MarkedText.Piece> text(StoredMention m) {
    return m.mention() == null || m.classification() == null
        ? List.of()
        : MarkedText.of(m.mention().text(), m.classification());
  }

  private TemplateInstance page(StoredMention m, @Nullable String session, String wrong) {
    RoutingEvent.MentionRouted routed = m.routed();
    return Templates.mention(
        frames.of(session),
        m,
        m.classification() == null ? List.of() : LabelView.of(m.classification()),
        m.classification() == null
            ? List.of()
            : m.classification().about().stream().map(Sentences::about).toList(),
        text(m),
        m.mention() == null ? null : PostView.web(m.mention().url()),
        MentionCases.answers(m, cases.of(m)).stream().map(ReplyView::of).toList(),
        routed == null ? "on its way" : Json.MAPPER.convertValue(routed.outcome(), String.class),
        wrong);
  }
}
