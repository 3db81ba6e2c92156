package dev.frontline.ingest.hook;

import com.mongodb.MongoException;
import dev.frontline.ingest.accepting.Accepting;
import dev.frontline.ingest.accepting.Arrival;
import dev.frontline.ingest.accepting.Tally;
import dev.frontline.ingest.parked.ParkedPosts;
import dev.frontline.ingest.post.FieldError;
import dev.frontline.ingest.post.PostReader;
import dev.frontline.ingest.post.PostReading;
import dev.frontline.ingest.problem.Problem;
import dev.frontline.ingest.reading.PushDoor;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.PushSource;
import dev.frontline.kit.company.Company;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** {@code POST /hooks/{source}}: anyone who knows the source's secret may send mentions. */
@Path("/hooks")
public class HookResource {

  private static final int LARGEST_BODY = 256 * 1024;

  /** Networks send up to a thousand changes at once. */
  private static final int LARGEST_CALL = 2 * 1024 * 1024;

  private static final byte[] NONE = {};
  private static final FieldError NO_OBJECT =
      new FieldError("body", "a JSON object {type, timestamp, data}");

  private final Company company;
  private final HookSecrets secrets;
  private final Accepting accepting;
  private final ParkedPosts parked;
  private final PushDoor door;
  private final PostReader reader;
  private final Clock clock;

  @Inject
  HookResource(
      Company company,
      HookSecrets secrets,
      Accepting accepting,
      ParkedPosts parked,
      PushDoor door,
      Clock clock) {
    this.company = company;
    this.secrets = secrets;
    this.accepting = accepting;
    this.parked = parked;
    this.door = door;
    this.reader = new PostReader(company);
    this.clock = clock;
  }

  /** 202 after Kafka's acknowledgement; else a problem that says what to do. */
  @POST
  @Path("/{source}")
  @Blocking
  public Response receive(
      @PathParam("source") String sourceId,
      @Context HttpHeaders headers,
      @Context UriInfo address,
      @HeaderParam("webhook-id") String id,
      @HeaderParam("webhook-timestamp") String timestamp,
      @HeaderParam("webhook-signature") String signature,
      @HeaderParam("content-length") @DefaultValue("0") long length,
      InputStream stream)
      throws IOException {
    Optional<SignatureCheck> check = secrets.of(sourceId);
    Optional<Company.Source> source = company.source(sourceId);
    Optional<PushSource> network = source.flatMap(door::of);
    if (network.isPresent()) {
      return called(source.get(), network.get(), headers, address, length, stream);
    }
    if (check.isEmpty() || source.isEmpty()) {
      return Problem.of(404, "No such webhook", "No webhook source of that name is configured.");
    }
    // Nobody has proved anything yet: no more than that is read, whatever the sender says or hides.
    byte[] body = length > LARGEST_BODY ? NONE : stream.readNBytes(LARGEST_BODY + 1);
    if (length > LARGEST_BODY || body.length > LARGEST_BODY) {
      return Problem.of(413, "Too large", "A body may have at most 262144 bytes.");
    }
    if (!check.get().holds(id, timestamp, signature, body, clock.instant())) {
      return Problem.of(
          401,
          "Signature refused",
          "webhook-id, webhook-timestamp (within 5 minutes) and webhook-signature must be those of"
              + " Standard Webhooks 1.0, made with this source's secret.");
    }
    PostReading reading = reader.webhook(body, sourceId, clock.instant());
    if (reading instanceof PostReading.Broken broken) {
      return Problem.of(400, "Not readable", broken.reason(), List.of(NO_OBJECT));
    }
    if (reading instanceof PostReading.Wrong wrong) {
      return Problem.of(422, "Not a mention", wrong.inWords(), wrong.errors());
    }
    return accept(source.get(), (PostReading.Readable) reading, body);
  }

  /** A network asks who we are. */
  @GET
  @Path("/{source}")
  @Blocking
  public Response greet(
      @PathParam("source") String sourceId,
      @Context HttpHeaders headers,
      @Context UriInfo address) {
    Optional<Company.Source> source = company.source(sourceId);
    Optional<PushSource> network = source.flatMap(door::of);
    Optional<String> answer =
        network.flatMap(kind -> door.greet(source.get(), kind, delivery(headers, address, NONE)));
    return answer
        .map(text -> Response.ok(text, MediaType.TEXT_PLAIN_TYPE).build())
        .orElseGet(() -> Problem.of(404, "No such webhook", "No network asks here by that token."));
  }

  private Response called(
      Company.Source source,
      PushSource kind,
      HttpHeaders headers,
      UriInfo address,
      long length,
      InputStream stream)
      throws IOException {
    byte[] body = length > LARGEST_CALL ? NONE : stream.readNBytes(LARGEST_CALL + 1);
    if (length > LARGEST_CALL || body.length > LARGEST_CALL) {
      return Problem.of(413, "Too large", "A body may have at most 2097152 bytes.");
    }
    try {
      PushDoor.Received received = door.receive(source, kind, delivery(headers, address, body));
      if (received instanceof PushDoor.Received.Forged) {
        return Problem.of(401, "Signature refused", "It is not made with this source's secret.");
      }
      if (received instanceof PushDoor.Received.Paused) {
        Response later = Problem.of(503, "Not now", "The source rests; send it again.");
        later.getHeaders().putSingle("Retry-After", "300");
        return later;
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

  private static Delivery delivery(HttpHeaders headers, UriInfo address, byte[] body) {
    Map<String, String> named = new HashMap<>();
    headers
        .getRequestHeaders()
        .forEach((name, values) -> named.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    Map<String, String> query = new HashMap<>();
    address.getQueryParameters().forEach((name, values) -> query.put(name, values.get(0)));
    return new Delivery(named, query, body);
  }

  private Response accept(Company.Source source, PostReading.Readable readable, byte[] body) {
    try {
      Tally tally = accepting.accept(source, List.of(readable.post()), Arrival.LIVE);
      for (Tally.Unfit unfit : tally.unfit()) {
        String raw = new String(body, StandardCharsets.UTF_8);
        parked.park(source.id(), List.of(new ParkedPosts.Unreadable(raw, unfit.reason())));
      }
      return Response.accepted(
              Map.of("id", readable.post().id(), "duplicate", tally.duplicates() > 0))
          .build();
    } catch (KafkaException e) {
      return Problem.away("The message broker", e);
    } catch (MongoException e) {
      return Problem.away("The store", e);
    }
  }
}
