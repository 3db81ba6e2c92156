package dev.frontline.dashboard.api;

import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.account.Viewer;
import dev.frontline.dashboard.inbox.CaseGlance;
import dev.frontline.dashboard.live.CaseChange;
import dev.frontline.dashboard.live.LiveHub;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Changes of cases as server-sent events, those of the caller's departments. */
@Path("/api/v1/events")
public class EventsResource {

  private final CurrentViewer viewer;
  private final LiveHub hub;
  private final Sessions sessions;
  private final Clock clock;

  @Inject
  EventsResource(CurrentViewer viewer, LiveHub hub, Sessions sessions, Clock clock) {
    this.viewer = viewer;
    this.hub = hub;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * One change.
   *
   * @param arrives it comes into the department with this change, or is new
   * @param leaves it left the caller's departments; {@code after} is then null
   */
  public record ChangeJson(
      String type,
      Instant at,
      String by,
      String caseId,
      boolean arrives,
      boolean leaves,
      @Nullable CaseGlance after) {}

  /**
   * Events {@code case} with a JSON body and the position as id; {@code hello} at the start, {@code
   * resync} where {@code Last-Event-ID} is too old to go on from, {@code heartbeat} every 15 s.
   * Ends with the session, and where the browser takes nothing for long: it then comes back by
   * itself.
   */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  public Multi<OutboundSseEvent> events(
      @HeaderParam("Last-Event-ID") @Nullable String last,
      @CookieParam(Sessions.COOKIE) @Nullable String session,
      @jakarta.ws.rs.core.Context Sse sse) {
    Viewer who = viewer.get();
    Optional<Duration> lifetime =
        Optional.ofNullable(session)
            .flatMap(sessions::until)
            .map(until -> Duration.between(clock.instant(), until));
    return EventStream.of(
        named(sse, "hello"),
        named(sse, "heartbeat"),
        lifetime,
        stream -> {
          Consumer<CaseChange> listener =
              change -> {
                OutboundSseEvent event = event(sse, who, change);
                if (event != null) {
                  stream.emit(event);
                }
              };
          if (!hub.listen(listener, last)) {
            stream.emit(named(sse, "resync"));
          }
          return () -> hub.leave(listener);
        });
  }

  private static @Nullable OutboundSseEvent event(Sse sse, Viewer who, CaseChange change) {
    boolean sees = who.sees(change.after().department());
    boolean saw = change.before() != null && who.sees(change.before().department());
    if (!sees && !saw) {
      return null;
    }
    return sse.newEventBuilder()
        .name("case")
        .id(change.position())
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(
            ChangeJson.class,
            new ChangeJson(
                change.type(),
                change.at(),
                change.by(),
                change.after().id(),
                sees && change.arrives(),
                !sees,
                sees ? change.after() : null))
        .build();
  }

  private static OutboundSseEvent named(Sse sse, String name) {
    return sse.newEventBuilder()
        .name(name)
        .mediaType(MediaType.TEXT_PLAIN_TYPE)
        .data(String.class, name)
        .build();
  }
}
