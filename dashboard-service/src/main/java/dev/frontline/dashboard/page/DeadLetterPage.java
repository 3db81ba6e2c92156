package dev.frontline.dashboard.page;

import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.account.Viewer;
import dev.frontline.dashboard.deadletter.DeadLetterDesk;
import dev.frontline.dashboard.deadletter.Ruling;
import dev.frontline.dashboard.readmodel.DeadLetter;
import dev.frontline.dashboard.readmodel.WholeLetter;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** One record that a service could not handle: read, mended, sent again or let go. */
@Path("/ops/dead-letters/{ref}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DeadLetterPage {

  private final CurrentViewer current;
  private final Frames frames;
  private final DeadLetterDesk desk;

  @Inject
  DeadLetterPage(CurrentViewer current, Frames frames, DeadLetterDesk desk) {
    this.current = current;
    this.frames = frames;
    this.desk = desk;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance letter(
        Frame frame, DeadLetter l, boolean kept, boolean legible, String value, String wrong);
  }

  @GET
  public TemplateInstance show(
      @PathParam("ref") String ref, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    return page(find(ref), session, "");
  }

  /** Sends it again, as it stands in the form. */
  @POST
  @Path("/replay")
  public TemplateInstance replay(
      @PathParam("ref") String ref,
      @FormParam("value") @Nullable String value,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    WholeLetter whole = find(ref);
    String mended = whole.mended(value).orElse(null);
    return after(desk.replay(whole, mended, current.get().id()), whole, session);
  }

  /** Lets it end here. */
  @POST
  @Path("/discard")
  public TemplateInstance discard(
      @PathParam("ref") String ref, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    WholeLetter whole = find(ref);
    return after(desk.discard(whole, current.get().id()), whole, session);
  }

  private TemplateInstance after(Ruling ruling, WholeLetter before, @Nullable String session) {
    return ruling instanceof Ruling.Done done
        ? page(done.letter(), session, "")
        : page(before, session, ((Ruling.Refused) ruling).detail());
  }

  private WholeLetter find(String ref) {
    Viewer viewer = current.get();
    if (!viewer.seesOps()) {
      throw new ForbiddenException("This page is for those who run Frontline.");
    }
    return desk.find(ref).orElseThrow(NotFoundException::new);
  }

  private TemplateInstance page(WholeLetter whole, @Nullable String session, String wrong) {
    return Templates.letter(
        frames.of(session),
        whole.letter(),
        whole.value() != null,
        whole.legible().isPresent(),
        whole.shown(),
        wrong);
  }
}
