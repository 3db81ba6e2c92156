package dev.frontline.dashboard.page;

import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.readmodel.MentionStore;
import dev.frontline.dashboard.readmodel.StoredMention;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Posts that need nobody, to be searched; each is one click from a case. */
@Path("/posts")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class FiledPage {

  private static final int MOST = 50;

  private final CurrentViewer current;
  private final Frames frames;
  private final MentionStore mentions;

  @Inject
  FiledPage(CurrentViewer current, Frames frames, MentionStore mentions) {
    this.current = current;
    this.frames = frames;
    this.mentions = mentions;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance filed(Frame frame, String q, List<StoredMention> posts);
  }

  @GET
  public TemplateInstance filed(
      @QueryParam("q") @DefaultValue("") String q,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    current.get();
    return Templates.filed(frames.of(session), q, mentions.search("filed", q, MOST));
  }
}
