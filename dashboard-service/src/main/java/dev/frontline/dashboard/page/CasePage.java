package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.incident.IncidentState;
import dev.frontline.contracts.incident.Statement;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.account.Viewer;
import dev.frontline.dashboard.command.CaseCommand;
import dev.frontline.dashboard.command.CaseCommands;
import dev.frontline.dashboard.command.MentionCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.dashboard.draft.Drafts;
import dev.frontline.dashboard.live.RecentCases;
import dev.frontline.dashboard.readmodel.IncidentStore;
import dev.frontline.dashboard.readmodel.StoredMention;
import dev.frontline.kit.company.Company;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
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
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One case: its thread, why it is here, and everything that can be done with it. */
@Path("/cases/{id}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CasePage {

  private static final List<String> FIELDS =
      List.of("user", "department", "note", "text", "outcome", "account", "url");

  private final CurrentViewer current;
  private final RecentCases cases;
  private final CaseCommands commands;
  private final MentionCommands mentionCommands;
  private final Drafts drafts;
  private final CaseView view;
  private final IncidentStore incidents;
  private final Clock clock;

  @Inject
  CasePage(
      CurrentViewer current,
      RecentCases cases,
      CaseCommands commands,
      MentionCommands mentionCommands,
      Drafts drafts,
      CaseView view,
      IncidentStore incidents,
      Clock clock) {
    this.current = current;
    this.cases = cases;
    this.commands = commands;
    this.mentionCommands = mentionCommands;
    this.drafts = drafts;
    this.view = view;
    this.incidents = incidents;
    this.clock = clock;
  }

  @GET
  public TemplateInstance show(
      @PathParam("id") String id, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    return view.of(find(id), session, "");
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
    if (!viewer.sees(seen.department())) {
      return view.of(seen, session, "");
    }
    long version = version(form.getFirst("version"), seen);
    if (name.equals(TakeOffer.OVER)) {
      return shown(commands.takeOver(id, version, viewer.caller()), id, session);
    }
    CaseCommand command = CaseCommand.named(name).orElseThrow(NotFoundException::new);
    ObjectNode body = Json.MAPPER.createObjectNode().put("version", version);
    for (String field : FIELDS) {
      String value = form.getFirst(field);
      if (value != null) {
        body.put(field, value);
      }
    }
    Verdict verdict = commands.send(id, command, body, viewer.caller());
    if (command == CaseCommand.REPLIES) {
      String unsent = verdict instanceof Verdict.Done ? "" : form.getFirst("text");
      if (unsent != null && unsent.length() <= Drafts.LONGEST) {
        drafts.keep(viewer.id(), id, unsent, clock.instant());
      }
    }
    return shown(verdict, id, session);
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
      return view.of(seen, session, "");
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
    return followed(verdict, seen, session);
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
      return view.of(seen, session, "");
    }
    return followed(mentionCommands.file(seen, viewer.caller()), seen, session);
  }

  /** Takes the approved statement of the case's incident over as the draft of an answer. */
  @POST
  @Path("/statement")
  public TemplateInstance statement(
      @PathParam("id") String id, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    CaseState seen = find(id);
    Viewer viewer = current.get();
    if (viewer.sees(seen.department())) {
      incidents
          .ofCase(id)
          .map(IncidentState::statement)
          .filter(Statement::usable)
          .ifPresent(s -> drafts.keep(viewer.id(), id, s.text(), clock.instant()));
    }
    return view.of(seen, session, "");
  }

  private TemplateInstance followed(Verdict verdict, CaseState seen, @Nullable String session) {
    if (!(verdict instanceof Verdict.Refused)) {
      commands.follow(seen);
    }
    return shown(verdict, seen.id(), session);
  }

  private TemplateInstance shown(Verdict verdict, String id, @Nullable String session) {
    if (verdict instanceof Verdict.Done done) {
      return view.of(done.state(), session, "");
    }
    String wrong = verdict instanceof Verdict.Refused refused ? refused.text() : "";
    return view.of(find(id), session, wrong);
  }

  private static long version(@Nullable String said, CaseState seen) {
    try {
      return said == null ? seen.version() : Long.parseLong(said);
    } catch (NumberFormatException e) {
      throw new BadRequestException("version must be a number");
    }
  }

  private CaseState find(String id) {
    return cases.find(id).orElseThrow(NotFoundException::new);
  }
}
