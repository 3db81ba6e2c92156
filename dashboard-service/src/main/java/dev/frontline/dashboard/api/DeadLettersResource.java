package dev.frontline.dashboard.api;

import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.deadletter.DeadLetterDesk;
import dev.frontline.dashboard.deadletter.Ruling;
import dev.frontline.dashboard.problem.Problem;
import dev.frontline.dashboard.readmodel.DeadLetter;
import dev.frontline.dashboard.readmodel.WholeLetter;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Records that no service could handle, for those who run the whole. */
@Path("/api/v1/ops/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DeadLettersResource {

  private static final int MOST = 200;

  private final CurrentViewer viewer;
  private final DeadLetterDesk desk;

  @Inject
  DeadLettersResource(CurrentViewer viewer, DeadLetterDesk desk) {
    this.viewer = viewer;
    this.desk = desk;
  }

  /**
   * One of them.
   *
   * @param value as text; null where it is none or not kept
   */
  public record LetterJson(DeadLetter letter, @Nullable String value) {
    static LetterJson of(WholeLetter whole) {
      return new LetterJson(whole.letter(), whole.legible().orElse(null));
    }
  }

  /**
   * A replay.
   *
   * @param value to send instead of the one it had; null for that one
   */
  public record Replay(@Nullable String value) {}

  /** Those that wait for a decision, newest first, 200 at most. */
  @GET
  public PageJson<DeadLetter> waiting() {
    overseer();
    return new PageJson<>(desk.waiting(MOST), 1, MOST, Math.toIntExact(desk.countWaiting()));
  }

  /** One with its value. */
  @GET
  @Path("/{ref}")
  public LetterJson one(@PathParam("ref") String ref) {
    return LetterJson.of(find(ref));
  }

  /** Sends it to its topic again; 422 where nobody could read it there, 409 where it is decided. */
  @POST
  @Path("/{ref}/replay")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response replay(@PathParam("ref") String ref, @Nullable Replay body) {
    WholeLetter whole = find(ref);
    return answer(whole, desk.replay(whole, body == null ? null : body.value(), viewer.get().id()));
  }

  /** Lets it end here; it stays counted as dead. */
  @POST
  @Path("/{ref}/discard")
  public Response discard(@PathParam("ref") String ref) {
    WholeLetter whole = find(ref);
    return answer(whole, desk.discard(whole, viewer.get().id()));
  }

  private static Response answer(WholeLetter before, Ruling ruling) {
    if (ruling instanceof Ruling.Done done) {
      return Response.ok(LetterJson.of(done.letter())).build();
    }
    return Problem.of(
            before.letter().waits() ? 422 : 409,
            "It was not done",
            ((Ruling.Refused) ruling).detail())
        .response();
  }

  private WholeLetter find(String ref) {
    overseer();
    return desk.find(ref).orElseThrow(() -> Problem.notFound("dead letter", ref).exception());
  }

  private void overseer() {
    viewer.overseer("Dead letters are for those who run Frontline");
  }
}
