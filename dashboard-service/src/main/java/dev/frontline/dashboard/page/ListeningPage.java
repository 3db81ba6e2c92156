package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.command.ListeningCommands;
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
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is listened for and where: queries, tried before they are kept, and how each source does.
 */
@Path("/listening")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ListeningPage {

  private static final int MOST_DAYS = 60;

  private final Frames frames;
  private final ListeningCommands listening;

  @Inject
  ListeningPage(Frames frames, ListeningCommands listening) {
    this.frames = frames;
    this.listening = listening;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance listening(
        Frame frame,
        List<QueryView> queries,
        List<SourceView> sources,
        List<OnTrialView> trials,
        String said,
        String wrong);

    static native TemplateInstance tried(@Nullable TriedView tried, String wrong);
  }

  @GET
  public TemplateInstance show(@CookieParam(Sessions.COOKIE) @Nullable String session) {
    return page(overseer(session), "", "");
  }

  /**
   * Tries a query; nothing is kept.
   *
   * @param ask {@code free} for the networks' own search, {@code all} for those that charge, too
   */
  @POST
  @Path("/try")
  public TemplateInstance tryOut(
      @FormParam("text") @DefaultValue("") String text,
      @FormParam("ask") @DefaultValue("") String ask,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    JsonNode tried =
        Json.MAPPER
            .createObjectNode()
            .put("text", text)
            .put("askNetworks", !ask.isEmpty())
            .put("maySpend", ask.equals("all"));
    Verdict verdict = listening.tryOut(tried, overseer(session).viewer().caller());
    return verdict instanceof Verdict.Told told
        ? Templates.tried(TriedView.of(told.body()), "")
        : Templates.tried(null, ((Verdict.Refused) verdict).text());
  }

  /** Keeps a new query, or a changed one where it has an id. */
  @POST
  @Path("/keep")
  public TemplateInstance keep(
      @FormParam("id") @DefaultValue("") String id,
      @FormParam("kind") @DefaultValue("topic") String kind,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("text") @DefaultValue("") String text,
      @FormParam("version") @DefaultValue("0") long version,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = overseer(session);
    JsonNode query = query(kind, name, text, version);
    Verdict verdict =
        id.isBlank()
            ? listening.add(query, frame.viewer().caller())
            : listening.change(id, query, frame.viewer().caller());
    return after(frame, verdict, name + " is listened for from now on.");
  }

  /** Stops listening for a query. */
  @POST
  @Path("/remove")
  public TemplateInstance remove(
      @FormParam("id") @DefaultValue("") String id,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = overseer(session);
    return after(
        frame,
        listening.remove(id, frame.viewer().caller()),
        "It is not listened for any more; what was heard stays.");
  }

  /** Pauses or resumes a source. */
  @POST
  @Path("/pause")
  public TemplateInstance pause(
      @FormParam("source") @DefaultValue("") String source,
      @FormParam("paused") @DefaultValue("true") boolean paused,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = overseer(session);
    return after(
        frame,
        listening.pause(source, paused, frame.viewer().caller()),
        source + (paused ? " rests until it is resumed." : " is read again."));
  }

  /** Has a source read the last days again. */
  @POST
  @Path("/reread")
  public TemplateInstance reread(
      @FormParam("source") @DefaultValue("") String source,
      @FormParam("days") @DefaultValue("1") int days,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = overseer(session);
    int back = Math.max(1, Math.min(MOST_DAYS, days));
    return after(
        frame,
        listening.reread(source, frame.now().minus(Duration.ofDays(back)), frame.viewer().caller()),
        source + " is read again from " + back + " days ago; nothing is told twice.");
  }

  /** Tries a source or query out: it is listened to and opens no cases. */
  @POST
  @Path("/begin-trial")
  public TemplateInstance trial(
      @FormParam("of") @DefaultValue("") String of,
      @FormParam("days") @DefaultValue("14") int days,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = overseer(session);
    return after(
        frame,
        listening.tryOut(
            of, Json.MAPPER.createObjectNode().put("days", days), frame.viewer().caller()),
        "It is tried out for " + days + " days: counted, without cases.");
  }

  private TemplateInstance after(Frame frame, Verdict verdict, String said) {
    return verdict instanceof Verdict.Told
        ? page(frame, said, "")
        : page(frame, "", ((Verdict.Refused) verdict).text());
  }

  private TemplateInstance page(Frame frame, String said, String wrong) {
    Verdict queries = listening.queries(frame.viewer().caller());
    Verdict sources = listening.sources(frame.viewer().caller());
    Verdict trials = listening.trials(frame.viewer().caller());
    String trouble = queries instanceof Verdict.Refused refused ? refused.text() : wrong;
    return Templates.listening(
        frame,
        queries instanceof Verdict.Told told ? QueryView.all(told.body()) : List.of(),
        sources instanceof Verdict.Told told ? SourceView.all(told.body()) : List.of(),
        trials instanceof Verdict.Told told ? OnTrialView.all(told.body()) : List.of(),
        said,
        trouble);
  }

  private static JsonNode query(String kind, String name, String text, long version) {
    ObjectNode query = Json.MAPPER.createObjectNode();
    if (!kind.isBlank()) {
      query.put("kind", kind);
    }
    return query.put("name", name).put("text", text).put("version", version);
  }

  private Frame overseer(@Nullable String session) {
    Frame frame = frames.of(session);
    if (!frame.viewer().seesOps()) {
      throw new ForbiddenException("This page is for those who answer for the whole.");
    }
    return frame;
  }
}
