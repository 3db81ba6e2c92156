package dev.frontline.dashboard.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.account.Viewer;
import dev.frontline.dashboard.command.CaseCommand;
import dev.frontline.dashboard.command.CaseCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.dashboard.inbox.CaseGlance;
import dev.frontline.dashboard.inbox.CaseIndex;
import dev.frontline.dashboard.inbox.CaseQuery;
import dev.frontline.dashboard.live.RecentCases;
import dev.frontline.dashboard.problem.Problem;
import dev.frontline.kit.company.Company;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cases: lists, one by one, and what people do with them. */
@Path("/api/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CasesResource {

  private static final int LARGEST_PAGE = 200;

  private final CurrentViewer viewer;
  private final Company company;
  private final CaseIndex index;
  private final RecentCases cases;
  private final CaseCommands commands;

  @Inject
  CasesResource(
      CurrentViewer viewer,
      Company company,
      CaseIndex index,
      RecentCases cases,
      CaseCommands commands) {
    this.viewer = viewer;
    this.company = company;
    this.index = index;
    this.cases = cases;
    this.commands = commands;
  }

  /**
   * Cases that the caller may see, most pressing first.
   *
   * @param state {@code open}, {@code queued}, {@code taken}, {@code answered} or {@code resolved},
   *     the last for those of the last seven days
   * @param assignee a person's id, {@code me} or {@code none}
   * @param theme what a post of the case must be about
   * @param q words that must all occur
   * @param page from 1
   */
  @GET
  public Response list(
      @QueryParam("department") @Nullable String department,
      @QueryParam("state") @Nullable String state,
      @QueryParam("assignee") @Nullable String assignee,
      @QueryParam("label") @Nullable String label,
      @QueryParam("theme") @Nullable String theme,
      @QueryParam("network") @Nullable String network,
      @QueryParam("q") @Nullable String q,
      @QueryParam("page") @DefaultValue("1") String page,
      @QueryParam("size") @DefaultValue("50") String size) {
    Viewer who = viewer.get();
    Optional<Problem> wrong =
        oneOf("department", department, company.queues())
            .or(() -> oneOf("state", state, CaseQuery.STATES))
            .or(() -> oneOf("label", label, Labels.ALL))
            .or(() -> number("page", page, Integer.MAX_VALUE))
            .or(() -> number("size", size, Integer.MAX_VALUE));
    if (wrong.isPresent()) {
      return wrong.get().response();
    }
    CaseQuery query =
        new CaseQuery(
            who.visible(),
            blankToNull(department),
            blankToNull(state),
            "me".equals(assignee) ? who.id() : blankToNull(assignee),
            blankToNull(label),
            blankToNull(theme),
            blankToNull(network),
            blankToNull(q));
    CaseIndex.Page found =
        index.page(query, Integer.parseInt(page), Math.min(LARGEST_PAGE, Integer.parseInt(size)));
    List<CaseJson> items =
        cases.find(found.items().stream().map(CaseGlance::id).toList()).stream()
            .map(CaseJson::of)
            .toList();
    return Response.ok(new PageJson<>(items, found.page(), found.size(), found.total())).build();
  }

  @GET
  @Path("/{id}")
  public CaseJson one(@PathParam("id") String id) {
    return CaseJson.of(visible(id));
  }

  /**
   * One of take, assign, transfer, notes, replies, answered, resolve, reopen; the body is checked
   * by the service that owns cases.
   */
  @POST
  @Path("/{id}/{command}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response command(
      @PathParam("id") String id, @PathParam("command") String name, @Nullable JsonNode body) {
    Optional<CaseCommand> command = CaseCommand.named(name);
    if (command.isEmpty()) {
      return new Problem(
              "There is no such command", 404, "'" + name + "' is none.", CaseCommand.names())
          .response();
    }
    Viewer who = viewer.get();
    CaseState seen = visible(id);
    Verdict verdict = commands.send(seen.id(), command.get(), body, who.caller());
    if (verdict instanceof Verdict.Done done) {
      return Response.ok(CaseJson.of(done.state())).build();
    }
    Verdict.Refused refused = (Verdict.Refused) verdict;
    return Problem.response(refused.status(), published(refused.problem()));
  }

  /** Where the refusal holds the case as it is now, it is told as this API tells cases. */
  private static JsonNode published(JsonNode problem) {
    if (!(problem instanceof ObjectNode object) || !problem.path("current").isObject()) {
      return problem;
    }
    try {
      CaseState current = Json.MAPPER.treeToValue(problem.path("current"), CaseState.class);
      object.set("current", Json.MAPPER.valueToTree(CaseJson.of(current)));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      object.remove("current");
    }
    return object;
  }

  private CaseState visible(String id) {
    Viewer who = viewer.get();
    CaseState state = cases.find(id).orElseThrow(() -> Problem.notFound("case", id).exception());
    if (!who.sees(state.department())) {
      throw new Problem(
              "This case is in another department",
              403,
              "It is in " + state.department() + "; you see your own departments' cases.",
              List.copyOf(who.departments()))
          .exception();
    }
    return state;
  }

  private static Optional<Problem> oneOf(
      String field, @Nullable String value, List<String> allowed) {
    return value == null || value.isBlank() || allowed.contains(value)
        ? Optional.empty()
        : Optional.of(Problem.filter(field, value, allowed));
  }

  private static Optional<Problem> number(String field, String value, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= most) {
        return Optional.empty();
      }
    } catch (NumberFormatException e) {
      // Said below like a number out of range.
    }
    return Optional.of(Problem.filter(field, value, List.of("1 to " + most)));
  }

  private static @Nullable String blankToNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
