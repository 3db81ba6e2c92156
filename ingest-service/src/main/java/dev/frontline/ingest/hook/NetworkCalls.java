package dev.frontline.ingest.hook;

import com.mongodb.MongoException;
import dev.frontline.ingest.problem.Problem;
import dev.frontline.ingest.reading.PushDoor;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.PushSource;
import dev.frontline.kit.company.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/** What networks get for an answer when they call. */
@ApplicationScoped
class NetworkCalls {

  private final PushDoor door;

  @Inject
  NetworkCalls(PushDoor door) {
    this.door = door;
  }

  Response receive(Source source, PushSource kind, Delivery delivery) {
    try {
      PushDoor.Received received = door.receive(source, kind, delivery);
      if (received instanceof PushDoor.Received.Forged) {
        return Problem.of(401, "Signature refused", "It is not made with this source's secret.");
      }
      if (received instanceof PushDoor.Received.Paused) {
        return later("The source rests; send it again.");
      }
      if (received instanceof PushDoor.Received.Unfetched) {
        return later("Not all that it names could be fetched; send it again.");
      }
      // What cannot be read is kept for a person: sent again it would be no better.
      return Response.accepted(Map.of("parked", received instanceof PushDoor.Received.Broken))
          .build();
    } catch (KafkaException e) {
      return Problem.away("The message broker", e);
    } catch (MongoException e) {
      return Problem.away("The store", e);
    }
  }

  private static Response later(String why) {
    Response later = Problem.of(503, "Not now", why);
    later.getHeaders().putSingle("Retry-After", "300");
    return later;
  }
}
