package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.command.ModelCommands;
import dev.frontline.dashboard.command.Verdict;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classifier's versions: what they learned from people, how they measure, which one judges. */
@Path("/models")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ModelsPage {

  private final Frames frames;
  private final ModelCommands models;

  @Inject
  ModelsPage(Frames frames, ModelCommands models) {
    this.frames = frames;
    this.models = models;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance models(
        Frame frame, List<ModelView> versions, String said, String wrong);

    static native TemplateInstance differences(@Nullable DifferencesView d, String wrong);
  }

  @GET
  public TemplateInstance show(@CookieParam(Sessions.COOKIE) @Nullable String session) {
    return page(lead(session), "", "");
  }

  /** Learns from everything said until now. */
  @POST
  @Path("/retrain")
  public TemplateInstance retrain(@CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = lead(session);
    Verdict verdict = models.retrain(frame.viewer().caller());
    return verdict instanceof Verdict.Told told
        ? page(frame, learned(told.body()), "")
        : page(frame, "", ((Verdict.Refused) verdict).text());
  }

  /** Lets a version judge. */
  @POST
  @Path("/activate")
  public TemplateInstance activate(
      @FormParam("version") @DefaultValue("") String version,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = lead(session);
    Verdict verdict = models.activate(version, frame.viewer().caller());
    return verdict instanceof Verdict.Told
        ? page(frame, version + " judges from now on.", "")
        : page(frame, "", ((Verdict.Refused) verdict).text());
  }

  /** Compares a version with the one that judges. */
  @GET
  @Path("/differences")
  public TemplateInstance differences(
      @QueryParam("version") @DefaultValue("") String version,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Verdict verdict = models.differences(version, lead(session).viewer().caller());
    return verdict instanceof Verdict.Told told
        ? Templates.differences(DifferencesView.of(told.body()), "")
        : Templates.differences(null, ((Verdict.Refused) verdict).text());
  }

  private static String learned(JsonNode version) {
    String name = version.path("version").asText();
    return version.path("active").asBoolean()
        ? name + " was learned and judges from now on."
        : name + " was learned but would make something worse, so it does not judge.";
  }

  private TemplateInstance page(Frame frame, String said, String wrong) {
    Verdict verdict = models.all(frame.viewer().caller());
    return verdict instanceof Verdict.Told told
        ? Templates.models(frame, ModelView.all(told.body()), said, wrong)
        : Templates.models(frame, List.of(), said, ((Verdict.Refused) verdict).text());
  }

  private Frame lead(@Nullable String session) {
    Frame frame = frames.of(session);
    if (!frame.viewer().seesAll()) {
      throw new ForbiddenException("This page is for those who answer for the whole.");
    }
    return frame;
  }
}
