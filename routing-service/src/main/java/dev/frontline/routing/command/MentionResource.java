package dev.frontline.routing.command;

import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.mention.Mention;
import dev.frontline.kit.company.Company;
import dev.frontline.routing.arrival.OpeningByHand;
import dev.frontline.routing.casefile.Actor;
import dev.frontline.routing.casefile.Refusal;
import dev.frontline.routing.store.MentionOutcome;
import dev.frontline.routing.store.Outcomes;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where mentions ended, and making a case of one that was filed. */
@Path("/internal/mentions")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MentionResource {

  private final Outcomes outcomes;
  private final OpeningByHand opening;
  private final Company company;
  private final Acting acting;

  @Inject
  MentionResource(Outcomes outcomes, OpeningByHand opening, Company company, Acting acting) {
    this.outcomes = outcomes;
    this.opening = opening;
    this.company = company;
    this.acting = acting;
  }

  /**
   * A mention that is to become a case.
   *
   * @param department null for customer service
   */
  public record Open(
      @Nullable Mention mention,
      @Nullable Classification classification,
      @Nullable String department) {}

  @GET
  public Response get(@QueryParam("id") String id) {
    if (id == null) {
      return Problem.invalid("id", "id is required: a mention id", List.of());
    }
    return outcomes
        .read(id)
        .map(outcome -> Response.ok(outcome.event()).build())
        .orElseGet(() -> Problem.notFound("mention " + id));
  }

  /** Opens a case; one that is there for the same post comes back as it is. */
  @POST
  @Path("/open")
  public Response open(Open body) {
    if (body == null || body.mention() == null || body.classification() == null) {
      return Problem.invalid(
          "mention", "mention and classification are required", List.of("as in the events"));
    }
    Mention mention = body.mention();
    if (mention.own() || mention.matched().isEmpty()) {
      return Problem.invalid(
          "mention", "only a post of others about a brand, rival, topic or campaign", List.of());
    }
    Actor actor = acting.actor();
    List<String> departments = company.departments().stream().map(Company.Department::id).toList();
    String department =
        body.department() == null ? company.fallbackDepartment() : body.department();
    if (!departments.contains(department)) {
      return Problem.invalid("department", "department must be one of the company's", departments);
    }
    if (!actor.leads() && actor.departments().isEmpty()) {
      return Problem.of(
          new Refusal.Forbidden(
              actor.user() + " answers for no department",
              List.of("members of a department", "social-lead", "admin")));
    }
    if (outcomes.read(mention.id()).filter(MentionResource::isGone).isPresent()) {
      return Problem.invalid("mention", "the post is withdrawn", List.of());
    }
    return Response.ok(
            opening.open(mention, body.classification(), department, actor.user(), acting.now()))
        .build();
  }

  private static boolean isGone(MentionOutcome outcome) {
    return outcome.outcome() == dev.frontline.contracts.casefile.RoutingEvent.Outcome.WITHDRAWN;
  }
}
