package dev.frontline.routing.incident.desk;

import dev.frontline.contracts.TopicPlan;
import dev.frontline.kit.kafka.EventPublisher;
import dev.frontline.kit.token.CurrentCaller;
import dev.frontline.routing.incident.stream.Baseline;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Takes counts that were kept elsewhere, so that what is usual is known from the first day. */
@Path("/internal/baselines")
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
public class BaselineResource {

  private static final int MOST = 2_000;

  private final EventPublisher publisher;
  private final CurrentCaller current;

  @Inject
  BaselineResource(EventPublisher publisher, CurrentCaller current) {
    this.publisher = publisher;
    this.current = current;
  }

  /** Hours in any order; an hour that is sent again replaces what was known of it. 204. */
  @POST
  public Response take(List<Baseline> hours) {
    if (!current.get().has("admin")) {
      throw new ForbiddenException("Only an admin teaches what is usual.");
    }
    if (hours == null || hours.size() > MOST) {
      return Response.status(422).build();
    }
    publisher.publish(
        hours.stream()
            .filter(h -> h.hour() != null && h.brand() != null)
            .map(h -> new ProducerRecord<>(TopicPlan.BASELINES, h.brand(), h.bytes()))
            .toList());
    return Response.noContent().build();
  }
}
