package dev.frontline.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.casefile.RoutingEvent;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.account.Viewer;
import dev.frontline.dashboard.command.MentionCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.dashboard.mention.MentionCases;
import dev.frontline.dashboard.mention.MentionSight;
import dev.frontline.dashboard.problem.Problem;
import dev.frontline.dashboard.readmodel.MentionStore;
import dev.frontline.dashboard.readmodel.StoredMention;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mentions by id or key, and what people say about them. */
@Path("/api/v1/mentions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class MentionsResource {

  private static final int MOST = 50;
  private static final List<String> OUTCOMES =
      Arrays.stream(RoutingEvent.Outcome.values())
          .map(o -> o.name().toLowerCase(Locale.ROOT))
          .toList();

  private final CurrentViewer viewer;
  private final MentionStore mentions;
  private final MentionCases cases;
  private final MentionSight sight;
  private final MentionCommands commands;

  @Inject
  MentionsResource(
      CurrentViewer viewer,
      MentionStore mentions,
      MentionCases cases,
      MentionSight sight,
      MentionCommands commands) {
    this.viewer = viewer;
    this.mentions = mentions;
    this.cases = cases;
    this.sight = sight;
    this.commands = commands;
  }

  /**
   * Posts that ended so, newest first; at most 50.
   *
   * @param outcome {@code filed}, {@code opened}, {@code joined}, {@code folded} or {@code
   *     withdrawn}
   * @param q words that must all occur
   */
  @GET
  public Response list(
      @QueryParam("outcome") @DefaultValue("filed") String outcome,
      @QueryParam("q") @DefaultValue("") String q) {
    Viewer who = viewer.get();
    if (!OUTCOMES.contains(outcome)) {
      return Problem.filter("outcome", outcome, OUTCOMES).response();
    }
    List<StoredMention> found =
        mentions.search(outcome, q, MOST, posts -> sight.readable(who, posts));
    Map<String, List<CaseState>> in = cases.of(found);
    List<MentionJson> items =
        found.stream().map(m -> MentionJson.of(m, in.getOrDefault(m.id(), List.of()))).toList();
    return Response.ok(new PageJson<>(items, 1, MOST, items.size())).build();
  }

  /**
   * A percent-encoded id or a key; what it is, where it ended and why. Filed posts are everybody's,
   * others those of the departments that their cases are in.
   */
  @GET
  @Path("/{id}")
  public MentionJson one(@PathParam("id") String id) {
    Viewer who = viewer.get();
    StoredMention stored = find(id);
    if (!sight.mayRead(who, stored)) {
      throw elsewhere(stored).exception();
    }
    return MentionJson.of(stored, cases.of(stored));
  }

  /** Says which labels hold and which do not: {@code {"complaint": true, "lead": false}}. */
  @POST
  @Path("/{id}/labels")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response labels(@PathParam("id") String id, @Nullable JsonNode labels) {
    StoredMention stored = changeable(id);
    Verdict verdict = commands.correct(stored, labels, viewer.get().caller());
    if (verdict instanceof Verdict.Judged judged) {
      StoredMention after =
          new StoredMention(
              stored.id(),
              stored.key(),
              stored.mention(),
              judged.classification(),
              stored.withdrawn(),
              stored.routed());
      return Response.ok(MentionJson.of(after, cases.of(after))).build();
    }
    Verdict.Refused refused = (Verdict.Refused) verdict;
    return Problem.response(refused.status(), refused.problem());
  }

  /** Makes a case of a mention that was filed: {@code {"department": "sales"}}. */
  @POST
  @Path("/{id}/open")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response open(@PathParam("id") String id, @Nullable JsonNode body) {
    Verdict verdict =
        commands.open(
            changeable(id),
            body == null ? null : body.path("department").asText(null),
            viewer.get().caller());
    if (verdict instanceof Verdict.Done done) {
      return Response.ok(CaseJson.of(done.state())).build();
    }
    Verdict.Refused refused = (Verdict.Refused) verdict;
    return Problem.response(refused.status(), refused.problem());
  }

  private StoredMention changeable(String id) {
    Viewer who = viewer.get();
    StoredMention stored = find(id);
    if (!sight.mayChange(who, stored)) {
      throw elsewhere(stored).exception();
    }
    return stored;
  }

  /** A post that is nobody's yet is not there for those who see only their departments. */
  private static Problem elsewhere(StoredMention stored) {
    return stored.routed() == null
        ? Problem.notFound("mention", stored.id())
        : Problem.of(
            403,
            "This post is in another department",
            "You see filed posts, and those whose case is in one of your departments.");
  }

  private StoredMention find(String id) {
    return mentions.find(id).orElseThrow(() -> Problem.notFound("mention", id).exception());
  }
}
