package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.CaseStatus;
import dev.frontline.contracts.casefile.Outcome;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.account.Viewer;
import dev.frontline.dashboard.api.Problem;
import dev.frontline.dashboard.command.CaseCommand;
import dev.frontline.dashboard.command.CaseCommands;
import dev.frontline.dashboard.command.MentionCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.dashboard.live.RecentCases;
import dev.frontline.dashboard.readmodel.StoredMention;
import dev.frontline.kit.company.Company;
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
  private final DraftStore drafts;
  private final Clock clock;

  @Inject
  CasePage(
      CurrentViewer current,
      Frames frames,
      RecentCases cases,
      CaseCommands commands,
      MentionCommands mentionCommands,
      DraftStore drafts,
      Clock clock) {
    this.current = current;
    this.frames = frames;
    this.cases = cases;
    this.commands = commands;
    this.mentionCommands = mentionCommands;
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
        @Nullable CaseMention asked,
        List<String> routing,
        List<Frame.Choice> members,
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
    if (command == CaseCommand.REPLIES && text != null && text.length() <= DraftStore.LONGEST) {
      drafts.keep(viewer.id(), id, text, clock.instant());
    }
    return page(find(id), session, ((Verdict.Refused) verdict).text());
  }

  /** Keeps what is being written. */
  @POST
  @Path("/draft")
  public Response draft(
      @PathParam("id") String id, @FormParam("text") @DefaultValue("") String text) {
    Viewer viewer = current.get();
    if (!viewer.sees(find(id).department())) {
      throw new ForbiddenException("This case is in another department.");
    }
    if (text.length() > DraftStore.LONGEST) {
      return Problem.of(
              422,
              "The answer is too long to be kept",
              "An answer has at most 5,000 characters; this one has " + text.length() + ".")
          .response();
    }
    drafts.keep(viewer.id(), id, text, clock.instant());
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
    CaseState seen = find(id);
    Viewer viewer = current.get();
    if (!viewer.sees(seen.department())) {
      return page(seen, session, "");
    }
    StoredMention post =
        seen.mentions().stream()
            .filter(m -> m.mention().id().equals(mention))
            .findFirst()
            .map(StoredMention::of)
            .orElseThrow(NotFoundException::new);
    Verdict verdict =
        mentionCommands.correct(
            post, Json.MAPPER.createObjectNode().put(label, holds), viewer.caller());
    if (verdict instanceof Verdict.Refused refused) {
      return page(find(id), session, refused.text());
    }
    commands.follow(seen);
    return page(find(id), session, "");
  }

  /**
   * What waits in triage needs nobody: said of its posts' labels, so that the classifier learns.
   */
  @POST
  @Path("/file")
  public TemplateInstance file(
      @PathParam("id") String id, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    CaseState seen = find(id);
    Viewer viewer = current.get();
    if (!viewer.sees(seen.department()) || !seen.department().equals(Company.TRIAGE)) {
      return page(seen, session, "");
    }
    Verdict verdict = mentionCommands.file(seen, viewer.caller());
    if (verdict instanceof Verdict.Refused refused) {
      return page(find(id), session, refused.text());
    }
    commands.follow(seen);
    return page(find(id), session, "");
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
        asked(c),
        Labels.ROUTING,
        frames.members(c.department()),
        drafts.find(frame.viewer().id(), c.id()),
        outcomes,
        c.status() != CaseStatus.RESOLVED,
        late,
        wrong);
  }

  /** The author's latest post that stands: the one that a key in triage speaks about. */
  private static @Nullable CaseMention asked(CaseState c) {
    List<CaseMention> theirs =
        c.mentions().stream().filter(m -> !m.withdrawn() && !m.mention().own()).toList();
    return theirs.isEmpty() ? null : theirs.get(theirs.size() - 1);
  }
}
