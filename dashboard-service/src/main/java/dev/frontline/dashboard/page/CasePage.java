package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.account.Viewer;
import dev.frontline.dashboard.command.CaseCommand;
import dev.frontline.dashboard.command.CaseCommands;
import dev.frontline.dashboard.command.MentionCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.dashboard.live.RecentCases;
import dev.frontline.dashboard.readmodel.MentionStore;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One case: its thread, why it is here, and everything that can be done with it. */
@Path("/cases/{id}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CasePage {

  private static final List<String> FIELDS =
      List.of("user", "department", "note", "text", "outcome");

  private final CurrentViewer current;
  private final Frames frames;
  private final RecentCases cases;
  private final CaseCommands commands;
  private final MentionCommands mentionCommands;
  private final MentionStore mentions;
  private final DraftStore drafts;
  private final Clock clock;

  @Inject
  CasePage(
      CurrentViewer current,
      Frames frames,
      RecentCases cases,
      CaseCommands commands,
      MentionCommands mentionCommands,
      MentionStore mentions,
      DraftStore drafts,
      Clock clock) {
    this.current = current;
    this.frames = frames;
    this.cases = cases;
    this.commands = commands;
    this.mentionCommands = mentionCommands;
    this.mentions = mentions;
    this.drafts = drafts;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance caseFile(
        Frame frame,
        CaseState c,
        List<PostView> posts,
        String draft,
        List<Frame.Choice> outcomes,
        boolean open,
        boolean late,
        String wrong);

    static native TemplateInstance elsewhere(Frame frame, String department);
  }

  @GET
  public TemplateInstance show(
      @PathParam("id") String id, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    return page(find(id), session, "");
  }

  /** Does what a button says; the form holds the version that its reader saw. */
  @POST
  @Path("/do/{command}")
  public TemplateInstance act(
      @PathParam("id") String id,
      @PathParam("command") String name,
      MultivaluedMap<String, String> form,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    CaseState seen = find(id);
    Viewer viewer = current.get();
    CaseCommand command = CaseCommand.named(name).orElseThrow(NotFoundException::new);
    if (!viewer.sees(seen.department())) {
      return page(seen, session, "");
    }
    ObjectNode body = Json.MAPPER.createObjectNode();
    String version = form.getFirst("version");
    body.put("version", version == null ? seen.version() : Long.parseLong(version));
    for (String field : FIELDS) {
      String value = form.getFirst(field);
      if (value != null) {
        body.put(field, value);
      }
    }
    Verdict verdict = commands.send(id, command, body, viewer.caller());
    if (verdict instanceof Verdict.Done done) {
      if (command == CaseCommand.REPLIES) {
        drafts.keep(viewer.id(), id, "", clock.instant());
      }
      return page(done.state(), session, "");
    }
    String text = form.getFirst("text");
    if (command == CaseCommand.REPLIES && text != null) {
      drafts.keep(viewer.id(), id, text, clock.instant());
    }
    return page(find(id), session, ((Verdict.Refused) verdict).text());
  }

  /** Keeps what is being written. */
  @POST
  @Path("/draft")
  public Response draft(
      @PathParam("id") String id, @FormParam("text") @DefaultValue("") String text) {
    drafts.keep(current.get().id(), id, text, clock.instant());
    return Response.noContent().build();
  }

  /** Turns one label of one post round, or says it anew. */
  @POST
  @Path("/label")
  public TemplateInstance label(
      @PathParam("id") String id,
      @FormParam("mention") @DefaultValue("") String mention,
      @FormParam("label") @DefaultValue("") String label,
      @FormParam("holds") boolean holds,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Viewer viewer = current.get();
    Verdict verdict =
        mentions
            .find(mention)
            .map(
                stored ->
                    mentionCommands.correct(
                        stored, Json.MAPPER.createObjectNode().put(label, holds), viewer.caller()))
            .orElseThrow(NotFoundException::new);
    String wrong = verdict instanceof Verdict.Refused refused ? refused.text() : "";
    return page(find(id), session, wrong);
  }

  private CaseState find(String id) {
    return cases.find(id).orElseThrow(NotFoundException::new);
  }

  private TemplateInstance page(CaseState c, @Nullable String session, String wrong) {
    Frame frame = frames.of(session);
    if (!frame.viewer().sees(c.department())) {
      return Templates.elsewhere(frame, frame.department(c.department()));
    }
    List<Frame.Choice> outcomes =
        Arrays.stream(Outcome.values())
            .map(o -> new Frame.Choice(Json.MAPPER.convertValue(o, String.class), Words.shown(o)))
            .toList();
    boolean waits = c.status() == CaseStatus.QUEUED || c.status() == CaseStatus.TAKEN;
    boolean late =
        waits && (c.breached() || (c.due() != null && c.due().at().isBefore(frame.now())));
    return Templates.caseFile(
        frame,
        c,
        PostView.of(c),
        drafts.find(frame.viewer().id(), c.id()),
        outcomes,
        c.status() != CaseStatus.RESOLVED,
        late,
        wrong);
  }
}
