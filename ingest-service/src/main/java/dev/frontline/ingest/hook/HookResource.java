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
import dev.frontline.kit.company.Company;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** {@code POST /hooks/{source}}: anyone who knows the source's secret may send mentions. */
@Path("/hooks")
public class HookResource {

  private static final int LARGEST_BODY = 256 * 1024;

  private static final byte[] NONE = {};
  private static final FieldError NO_OBJECT =
      new FieldError("body", "a JSON object {type, timestamp, data}");

  private final Company company;
  private final HookSecrets secrets;
  private final Accepting accepting;
  private final ParkedPosts parked;
  private final PostReader reader;
  private final Clock clock;

  @Inject
  HookResource(
      Company company, HookSecrets secrets, Accepting accepting, ParkedPosts parked, Clock clock) {
    this.company = company;
    this.secrets = secrets;
    this.accepting = accepting;
    this.parked = parked;
    this.reader = new PostReader(company);
    this.clock = clock;
  }

  /** 202 after Kafka's acknowledgement; else a problem that says what to do. */
  @POST
  @Path("/{source}")
  @Blocking
  public Response receive(
      @PathParam("source") String sourceId,
      @HeaderParam("webhook-id") String id,
      @HeaderParam("webhook-timestamp") String timestamp,
      @HeaderParam("webhook-signature") String signature,
      @HeaderParam("content-length") @DefaultValue("0") long length,
      InputStream stream)
      throws IOException {
    Optional<SignatureCheck> check = secrets.of(sourceId);
    Optional<Company.Source> source = company.source(sourceId);
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
