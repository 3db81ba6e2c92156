package dev.frontline.routing.notification.rest;

import dev.frontline.kit.company.Company;
import dev.frontline.routing.notification.Deliveries;
import dev.frontline.routing.notification.lane.SinkState;
import dev.frontline.routing.notification.lane.SinkStates;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How each sink fares: who runs the whole sees from it which is broken. */
@Path("/internal/notifications/sinks")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class SinksResource {

  private static final Duration DAY = Duration.ofDays(1);

  private final Company company;
  private final SinkStates states;
  private final Deliveries deliveries;
  private final Clock clock;

  @Inject
  SinksResource(Company company, SinkStates states, Deliveries deliveries, Clock clock) {
    this.company = company;
    this.states = states;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * A sink.
   *
   * @param health {@code working, busy, away} or {@code closed}; the last needs a person
   * @param why what it last said that was wrong
   * @param waiting deliveries that are not ended
   * @param lastDay how many ended in which state in the last 24 hours
   */
  public record SinkJson(
      String id,
      String kind,
      String health,
      String why,
      @Nullable Instant since,
      @Nullable Instant nextTry,
      long waiting,
      Map<String, Long> lastDay) {}

  @GET
  public List<SinkJson> sinks() {
    Map<String, SinkState> known = states.all();
    Map<String, Map<String, Long>> ended = deliveries.endedSince(clock.instant().minus(DAY));
    return company.sinks().stream()
        .map(
            sink -> {
              SinkState state = known.get(sink.id());
              return new SinkJson(
                  sink.id(),
                  sink.kind(),
                  state == null ? "working" : state.health().name().toLowerCase(Locale.ROOT),
                  state == null ? "" : state.why(),
                  state == null ? null : state.since(),
                  state == null ? null : state.nextTry(),
                  deliveries.waiting(sink.id()),
                  ended.getOrDefault(sink.id(), Map.of()));
            })
        .toList();
  }
}
