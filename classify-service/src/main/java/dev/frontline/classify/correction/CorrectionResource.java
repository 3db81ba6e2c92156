package dev.frontline.classify.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.classify.author.ErasedAuthors;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.CurrentCaller;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes people's word for what a post is. */
@Path("/internal/mentions/labels")
@Blocking
public class CorrectionResource {

  private static final List<String> ROLES =
      List.of("agent", "sales", "pr", "marketing", "executive", "social-lead", "admin");
  private static final int TRIES = 5;

  private final CorrectionStore store;
  private final CorrectionOutbox outbox;
  private final ErasedAuthors erased;
  private final CurrentCaller current;
  private final Clock clock;

  @Inject
  CorrectionResource(
      CorrectionStore store,
      CorrectionOutbox outbox,
      ErasedAuthors erased,
      CurrentCaller current,
      Clock clock) {
    this.store = store;
    this.outbox = outbox;
    this.erased = erased;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Corrects labels of a post.
   *
   * @param time when it was said, for admins who replay the past; now where absent
   * @return 200 with the new {@link Classification}; 400 for a broken body, 403 for a role that may
   *     not, 409 for an erased author, 422 naming the allowed labels
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response correct(String body, @HeaderParam("X-Frontline-At") @Nullable String time)
      throws JsonProcessingException {
    Caller caller = current.get();
    if (ROLES.stream().noneMatch(caller::has)) {
      return Problems.of(403, "Not allowed", "Labels are corrected by people who answer.", ROLES);
    }
    LabelsRequest request;
    Instant at;
    try {
      request = Json.MAPPER.readValue(body, LabelsRequest.class);
      at = time != null && caller.has("admin") ? Instant.parse(time) : clock.instant();
    } catch (JsonProcessingException | DateTimeParseException e) {
      return Problems.of(400, "Not a correction", String.valueOf(e.getMessage()), List.of());
    }
    String by = request.by() == null ? caller.user() : request.by();
    if (!by.equals(caller.user()) && !caller.has("admin")) {
      return Problems.of(
          403, "Not allowed", "Nobody speaks for another person.", List.of(caller.user()));
    }
    if (erased.has(request.mention())) {
      return Problems.of(409, "Author erased", "This post's author was erased.", List.of());
    }
    return decided(request, by, at);
  }

  private Response decided(LabelsRequest request, String by, Instant at)
      throws JsonProcessingException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Correction before = store.find(request.mention().id());
      Correcting.Outcome outcome = Correcting.decide(request, by, before, at);
      if (outcome instanceof Correcting.Outcome.Refused refused) {
        return Problems.of(422, "Not a label", refused.detail(), refused.allowed());
      }
      if (outcome instanceof Correcting.Outcome.Accepted accepted && store.save(accepted.state())) {
        outbox.send(accepted.state());
        return Response.ok(Json.MAPPER.writeValueAsString(accepted.classification())).build();
      }
    }
    return Problems.of(
        409, "Corrected at the same time", "Others correct this post: try again.", List.of());
  }
}
