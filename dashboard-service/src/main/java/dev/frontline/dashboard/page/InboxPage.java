package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.account.Viewer;
import dev.frontline.dashboard.command.CaseCommand;
import dev.frontline.dashboard.command.CaseCommands;
import dev.frontline.dashboard.command.MentionCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.dashboard.inbox.CaseGlance;
import dev.frontline.dashboard.inbox.CaseIndex;
import dev.frontline.dashboard.live.RecentCases;
import dev.frontline.kit.company.Company;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The list of cases that people work from. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class InboxPage {

  private static final int SIZE = 30;
  private static final List<String> STATES =
      List.of("open", "queued", "taken", "answered", "resolved", "any");

  private final CurrentViewer current;
  private final Frames frames;
  private final CaseIndex index;
  private final RecentCases cases;
  private final CaseCommands commands;
  private final MentionCommands mentions;

  @Inject
  InboxPage(
      CurrentViewer current,
      Frames frames,
      CaseIndex index,
      RecentCases cases,
      CaseCommands commands,
      MentionCommands mentions) {
    this.current = current;
    this.frames = frames;
    this.index = index;
    this.cases = cases;
    this.commands = commands;
    this.mentions = mentions;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance inbox(
        Frame frame,
        InboxFilter filter,
        List<Tab> tabs,
        CaseIndex.Page page,
        List<String> networks,
        List<String> labels,
        List<String> themes,
        List<String> states,
        String said);
  }

  /**
   * A department above the list.
   *
   * @param waiting cases that wait for an answer
   */
  public record Tab(String id, String name, long waiting, boolean current) {}

  @GET
  public Response home() {
    Viewer viewer = current.get();
    boolean watchesOnly = viewer.departments().isEmpty() && !viewer.roles().contains("social-lead");
    String to = viewer.roles().contains("social-lead") ? "/now" : watchesOnly ? "/ops" : "/inbox";
    return Response.seeOther(URI.create(to)).build();
  }

  @GET
  @Path("/inbox")
  public TemplateInstance inbox(
      @BeanParam InboxFilter filter, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    return page(filter, session, "");
  }

  /**
   * Does one thing to several cases: {@code take}, {@code resolve}, {@code file}, {@code transfer}.
   */
  @POST
  @Path("/inbox/bulk")
  public TemplateInstance bulk(
      @BeanParam InboxFilter filter,
      @FormParam("case") @Nullable List<String> ids,
      @FormParam("action") @Nullable String action,
      @FormParam("to") @Nullable String to,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Viewer viewer = current.get();
    int done = 0;
    String refused = "";
    CaseState filed = null;
    for (String id : ids == null ? List.<String>of() : ids) {
      Optional<CaseGlance> glance = index.find(id).filter(g -> viewer.sees(g.department()));
      if (glance.isEmpty()) {
        continue;
      }
      Optional<CaseState> triage =
          "file".equals(action) && glance.get().department().equals(Company.TRIAGE)
              ? cases.find(id)
              : Optional.empty();
      Verdict verdict =
          triage.isPresent()
              ? mentions.file(triage.get(), viewer.caller())
              : one(glance.get(), action == null ? "" : action, to, viewer);
      filed = triage.orElse(filed);
      if (verdict instanceof Verdict.Refused no) {
        refused = no.text();
      } else {
        done++;
      }
    }
    if (filed != null) {
      commands.follow(filed);
    }
    String said = done + (done == 1 ? " case done." : " cases done.");
    return page(filter, session, refused.isEmpty() ? said : said + " " + refused);
  }

  private Verdict one(CaseGlance glance, String action, @Nullable String to, Viewer viewer) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("version", glance.version());
    CaseCommand command = CaseCommand.RESOLVE;
    switch (action) {
      case "transfer" -> {
        command = CaseCommand.TRANSFER;
        body.put("department", to == null ? "" : to).put("note", "");
      }
      case "take" -> command = CaseCommand.TAKE;
      case "file" -> body.put("outcome", "no_answer_needed");
      case "resolve" -> body.put("outcome", "solved");
      default -> throw new BadRequestException("There is no such action");
    }
    return commands.send(glance.id(), command, body, viewer.caller());
  }

  private TemplateInstance page(InboxFilter filter, @Nullable String session, String said) {
    Frame frame = frames.of(session);
    Viewer viewer = frame.viewer();
    Map<String, Long> waiting = new HashMap<>();
    Set<String> networks = new TreeSet<>();
    Set<String> themes = new TreeSet<>();
    for (CaseGlance glance : index.all()) {
      if (viewer.sees(glance.department())) {
        networks.add(glance.network());
        themes.addAll(glance.themes());
        waiting.merge(glance.department(), glance.waits() ? 1L : 0L, Long::sum);
      }
    }
    List<Tab> tabs =
        frame.departmentNames().entrySet().stream()
            .filter(d -> viewer.sees(d.getKey()))
            .map(
                d ->
                    new Tab(
                        d.getKey(),
                        d.getValue(),
                        waiting.getOrDefault(d.getKey(), 0L),
                        d.getKey().equals(filter.department)))
            .toList();
    CaseIndex.Page page = index.page(filter.query(viewer), Math.max(1, filter.page), SIZE);
    return Templates.inbox(
        frame,
        filter,
        tabs,
        page,
        List.copyOf(networks),
        Labels.ALL,
        List.copyOf(themes),
        STATES,
        said);
  }
}
