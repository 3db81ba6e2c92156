package dev.frontline.classify.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.classify.model.Adaptation;
import dev.frontline.classify.model.Priors;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.model.ModelEvent.ModelActivated;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.CurrentCaller;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/** Learning on demand, and which version judges. */
@Path("/internal/models")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class LearningResource {

  private static final List<String> ROLES = List.of("social-lead", "admin");

  private final Learning learning;
  private final ModelStore store;
  private final ModelTopic topic;
  private final Comparing comparing;
  private final Priors priors;
  private final CurrentCaller current;
  private final Clock clock;

  @Inject
  LearningResource(
      Learning learning,
      ModelStore store,
      ModelTopic topic,
      Comparing comparing,
      Priors priors,
      CurrentCaller current,
      Clock clock) {
    this.learning = learning;
    this.store = store;
    this.topic = topic;
    this.comparing = comparing;
    this.priors = priors;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Learns from all that was said and left standing until now; the answer comes when it is done.
   *
   * @return 200 with the version and why it may judge or not; 403 for a role that may not, 409
   *     while another instance learns, 422 where nobody has said anything
   */
  @POST
  @Path("/retrain")
  public Response retrain() throws JsonProcessingException {
    if (!may()) {
      return forbidden();
    }
    Learning.Outcome outcome = learning.retrain(current.get().user());
    if (outcome instanceof Learning.Outcome.Learned learned) {
      return Response.ok(
              Json.MAPPER.writeValueAsString(
                  VersionJson.of(learned.version(), topic.judging(), priors.base())))
          .build();
    }
    return outcome instanceof Learning.Outcome.Busy
        ? Refusals.of(409, "It is learning already", "Ask again in a moment.", List.of())
        : Refusals.of(
            422,
            "Nothing to learn from",
            "Nobody has corrected a post that may be learned from.",
            List.of());
  }

  /**
   * Lets any kept version judge from now on, the shipped one among them.
   *
   * @return 200 with {@code {version, previous, judging}}; 404 for an unknown one, 409 where it
   *     adapts another shipped model, 503 where the broker is away
   */
  @POST
  @Path("/{version}/activate")
  public Response activate(@PathParam("version") String version) throws JsonProcessingException {
    if (!may()) {
      return forbidden();
    }
    if (!version.equals(priors.base())) {
      Optional<ModelVersion> kept = store.find(version);
      if (kept.isEmpty()) {
        return unknown(version);
      }
      if (!kept.get().base().equals(priors.base())) {
        return Refusals.of(
            409,
            "It adapts another shipped model",
            version + " was learned over " + kept.get().base() + ".",
            allowed());
      }
    }
    Caller caller = current.get();
    String previous = topic.judging();
    try {
      boolean here =
          topic.activate(
              new ModelActivated(
                  version, clock.instant(), caller.user(), "asked by " + caller.user()));
      return Response.ok(Json.MAPPER.writeValueAsString(new Activated(version, previous, here)))
          .build();
    } catch (KafkaException e) {
      return Refusals.of(
          503, "The broker does not answer", "Nothing has changed: try again.", List.of());
    }
  }

  /**
   * @param judging whether it judges here already; else it will in a moment
   */
  record Activated(String version, String previous, boolean judging) {}

  /**
   * Where the version decides recorded posts otherwise than the one that judges.
   *
   * @return 200 with {@link Differences}; 404 for an unknown version
   */
  @GET
  @Path("/{version}/differences")
  public Response differences(@PathParam("version") String version) throws JsonProcessingException {
    if (!may()) {
      return forbidden();
    }
    Optional<Adaptation> adaptation =
        version.equals(priors.base()) ? Optional.of(Adaptation.NONE) : store.adaptation(version);
    return adaptation.isEmpty()
        ? unknown(version)
        : Response.ok(Json.MAPPER.writeValueAsString(comparing.with(version, adaptation.get())))
            .build();
  }

  private boolean may() {
    return ROLES.stream().anyMatch(current.get()::has);
  }

  private static Response forbidden() {
    return Refusals.of(
        403, "Not allowed", "What judges is decided by those who answer for it.", ROLES);
  }

  private Response unknown(String version) {
    return Refusals.of(
        404, "There is no such model", "No model '" + version + "' is kept here.", allowed());
  }

  private List<String> allowed() {
    List<String> kept =
        store.all().stream()
            .filter(version -> version.base().equals(priors.base()))
            .map(ModelVersion::id)
            .toList();
    return Stream.concat(Stream.of(priors.base()), kept.stream()).toList();
  }
}
