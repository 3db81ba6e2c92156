package dev.frontline.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.command.NotificationCommands;
import dev.frontline.kit.token.Caller;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Alerts: what became of each, sending one again, tests, and what people set for themselves. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class NotificationsResource {

  private final CurrentViewer viewer;
  private final NotificationCommands notifications;

  @Inject
  NotificationsResource(CurrentViewer viewer, NotificationCommands notifications) {
    this.viewer = viewer;
    this.notifications = notifications;
  }

  /**
   * Which sink is to be tried.
   *
   * @param person to the caller's own address rather than to the sink's channel
   */
  public record Test(@Nullable String sink, boolean person) {}

  /**
   * Deliveries, the latest first, as {@code {items, page, size, total}}: each with its notice,
   * {@code sink, recipient, state} (queued, collected, sending, sent, failed or unknown), {@code
   * attempts, uncertain} (tries of which nobody knows whether they arrived) and {@code log[{at, by,
   * what}]}. People see those of their departments' channels and their own.
   */
  @GET
  public Response log(
      @QueryParam("sink") @DefaultValue("") String sink,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("kind") @DefaultValue("") String kind,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    return Answers.of(
        notifications.log(
            Map.of(
                "sink", sink,
                "state", state,
                "kind", kind,
                "page", Integer.toString(page),
                "size", Integer.toString(size)),
            caller()));
  }

  /** Sends one that ended once more; 409 while it is on its way. */
  @POST
  @Path("/{id}/replay")
  public Response replay(@PathParam("id") String id) {
    return Answers.of(notifications.replay(id, caller()));
  }

  /** Sends a test, and answers with its delivery. */
  @POST
  @Path("/test")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response test(@Nullable Test test) {
    String sink = test == null || test.sink() == null ? "" : test.sink();
    return Answers.of(notifications.test(sink, test != null && test.person(), caller()));
  }

  /**
   * Each sink with {@code health} (working, busy, away or closed; the last needs a person), {@code
   * why, since, nextTry, waiting} and {@code lastDay{state: count}}.
   */
  @GET
  @Path("/sinks")
  public Response sinks() {
    return Answers.of(notifications.sinks(caller()));
  }

  /** The caller's own settings. */
  @GET
  @Path("/settings")
  public Response settings() {
    return Answers.of(notifications.settings(caller()));
  }

  /**
   * Changes the caller's own settings: {@code version} as read; {@code mail, kinds[], quiet{from,
   * to}, digest} (ISO-8601), each null for what the company file says.
   */
  @PUT
  @Path("/settings")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response set(@Nullable JsonNode settings) {
    return Answers.of(notifications.set(settings, caller()));
  }

  private Caller caller() {
    return viewer.get().caller();
  }
}
