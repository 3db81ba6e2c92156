package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.command.NotificationCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.kit.token.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Alerts: where they go, what became of each, and what the reader wants by mail. */
@Path("/notifications")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class NotificationsPage {

  private static final int SHOWN = 50;

  private final Frames frames;
  private final NotificationCommands notifications;

  @Inject
  NotificationsPage(Frames frames, NotificationCommands notifications) {
    this.frames = frames;
    this.notifications = notifications;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance notifications(
        Frame frame,
        List<SinkView> sinks,
        SettingsView settings,
        List<DeliveryView> deliveries,
        Filter filter,
        String said,
        String wrong);
  }

  /**
   * Which deliveries are shown; empty means any.
   *
   * @param total how many there are
   */
  public record Filter(String sink, String state, int page, long total) {
    /** What can be chosen. */
    public List<String> states() {
      return List.of("queued", "collected", "sending", "sent", "failed", "unknown");
    }

    public boolean more() {
      return (long) page * SHOWN < total;
    }

    public int next() {
      return page + 1;
    }
  }

  @GET
  public TemplateInstance show(
      @QueryParam("sink") @DefaultValue("") String sink,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("page") @DefaultValue("1") int page,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    return page(frames.of(session), new Filter(sink, state, Math.max(1, page), 0), "", "");
  }

  /** Sends one again. */
  @POST
  @Path("/replay")
  public TemplateInstance replay(
      @FormParam("id") @DefaultValue("") String id,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = frames.of(session);
    return after(frame, notifications.replay(id, frame.viewer().caller()), "It is sent again.");
  }

  /** Sends a test. */
  @POST
  @Path("/test")
  public TemplateInstance test(
      @FormParam("sink") @DefaultValue("") String sink,
      @FormParam("person") @DefaultValue("false") boolean person,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = frames.of(session);
    return after(
        frame,
        notifications.test(sink, person, frame.viewer().caller()),
        "A test is on its way: it stands in the log below.");
  }

  /** Changes the reader's own settings. */
  @POST
  @Path("/settings")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public TemplateInstance settings(
      MultivaluedMap<String, String> form, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = frames.of(session);
    return after(
        frame,
        notifications.set(SettingsView.settings(form), frame.viewer().caller()),
        "Your settings are kept.");
  }

  private TemplateInstance after(Frame frame, Verdict verdict, String said) {
    Filter all = new Filter("", "", 1, 0);
    return verdict instanceof Verdict.Told
        ? page(frame, all, said, "")
        : page(frame, all, "", ((Verdict.Refused) verdict).text());
  }

  private TemplateInstance page(Frame frame, Filter filter, String said, String wrong) {
    Caller caller = frame.viewer().caller();
    Verdict log =
        notifications.log(
            Map.of(
                "sink", filter.sink(),
                "state", filter.state(),
                "page", Integer.toString(filter.page()),
                "size", Integer.toString(SHOWN)),
            caller);
    String trouble =
        wrong.isEmpty() && log instanceof Verdict.Refused refused ? refused.text() : wrong;
    JsonNode found = body(log);
    return Templates.notifications(
        frame,
        SinkView.all(body(notifications.sinks(caller))),
        SettingsView.of(body(notifications.settings(caller))),
        DeliveryView.all(found),
        new Filter(filter.sink(), filter.state(), filter.page(), found.path("total").asLong()),
        said,
        trouble);
  }

  private static JsonNode body(Verdict verdict) {
    return verdict instanceof Verdict.Told told ? told.body() : Json.MAPPER.createObjectNode();
  }
}
