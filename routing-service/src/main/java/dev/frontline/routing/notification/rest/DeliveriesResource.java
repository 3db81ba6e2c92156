package dev.frontline.routing.notification.rest;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Sink;
import dev.frontline.kit.token.CurrentCaller;
import dev.frontline.routing.notification.Attempting;
import dev.frontline.routing.notification.Deliveries;
import dev.frontline.routing.notification.Delivery;
import dev.frontline.routing.notification.DeliveryQuery;
import dev.frontline.routing.notification.Notice;
import dev.frontline.routing.notification.NoticeKind;
import dev.frontline.routing.notification.Urgency;
import dev.frontline.routing.notification.lane.Lanes;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The delivery log, sending one again, and the test button. */
@Path("/internal/notifications")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeliveriesResource {

  private static final int LARGEST_PAGE = 200;

  private final Deliveries deliveries;
  private final Lanes lanes;
  private final Company company;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  DeliveriesResource(
      Deliveries deliveries, Lanes lanes, Company company, CurrentCaller caller, Clock clock) {
    this.deliveries = deliveries;
    this.lanes = lanes;
    this.company = company;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Which sink is to be tried.
   *
   * @param person mails it to the person rather than to the sink's channel
   */
  public record Test(@Nullable String sink, boolean person) {}

  @GET
  public Response list(
      @QueryParam("sink") @Nullable String sink,
      @QueryParam("state") @Nullable String state,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    List<String> states =
        Arrays.stream(Delivery.State.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList();
    if (state != null && !states.contains(state)) {
      return Refused.invalid("state", "state cannot be '" + state + "'", states);
    }
    if (page < 1 || size < 1 || size > LARGEST_PAGE) {
      return Refused.invalid("page", "page starts at 1", List.of("size from 1 to " + LARGEST_PAGE));
    }
    Reader reader = new Reader(caller.get());
    Deliveries.Page found =
        deliveries.list(
            new DeliveryQuery(
                reader.departments(),
                caller.get().user(),
                sink,
                state == null ? null : Delivery.State.valueOf(state.toUpperCase(Locale.ROOT)),
                kind,
                page,
                size));
    return Response.ok(
            Map.of(
                "items",
                found.items().stream().map(DeliveryJson::of).toList(),
                "page",
                page,
                "size",
                size,
                "total",
                found.total()))
        .build();
  }

  /** Sends one that ended once more. */
  @POST
  @Path("/{ref}/replay")
  public Response replay(@PathParam("ref") String ref) {
    Reader reader = new Reader(caller.get());
    Optional<Delivery> known = DeliveryJson.id(ref).flatMap(deliveries::find).filter(reader::sees);
    if (known.isEmpty()) {
      return Refused.notFound("delivery " + ref);
    }
    Delivery again = Attempting.replay(known.get(), caller.get().user(), clock.instant());
    if (again == null || !deliveries.write(again)) {
      return Refused.conflict("It is on its way already");
    }
    lanes.wake();
    return Response.ok(DeliveryJson.of(again)).build();
  }

  /** Sends a test; 200 with its delivery, whose state tells how it goes. */
  @POST
  @Path("/test")
  public Response test(Test test) {
    Reader reader = new Reader(caller.get());
    List<String> ids = company.sinks().stream().map(Sink::id).toList();
    if (test == null || test.sink() == null || !ids.contains(test.sink())) {
      return Refused.invalid("sink", "sink must be one of the company's", ids);
    }
    if (!reader.seesAll() && !test.person()) {
      return Refused.forbidden("Only those who lead or run the whole may test a channel");
    }
    Instant now = clock.instant();
    String user = caller.get().user();
    String id = "test-" + user + "-" + now.toEpochMilli();
    Notice notice =
        new Notice(
            id,
            id,
            NoticeKind.TEST,
            null,
            List.of(),
            null,
            "Test from " + company.name() + "'s Frontline",
            List.of(user + " pressed the test button. Nothing need be done."),
            "/notifications",
            Urgency.NORMAL,
            now);
    Delivery delivery = Delivery.queued(notice, test.sink(), test.person() ? user : "", now, now);
    deliveries.add(List.of(delivery));
    lanes.wake();
    return Response.ok(DeliveryJson.of(delivery)).build();
  }
}
