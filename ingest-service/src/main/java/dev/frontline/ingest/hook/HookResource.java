package dev.frontline.ingest.hook;

import dev.frontline.ingest.problem.Problem;
import dev.frontline.ingest.reading.PushDoor;
import dev.frontline.ingest.source.Delivery;
import dev.frontline.ingest.source.PushSource;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
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
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /hooks/{source}}: anyone who knows the source's secret may send mentions. */
@Path("/hooks")
public class HookResource {

  private static final int LARGEST_BODY = 256 * 1024;

  /** Networks send up to a thousand changes at once. */
  private static final int LARGEST_CALL = 2 * 1024 * 1024;

  private static final byte[] NONE = {};

  private final Company company;
  private final HookSecrets secrets;
  private final SignedMentions mentions;
  private final NetworkCalls calls;
  private final PushDoor door;
  private final Clock clock;

  @Inject
  HookResource(
      Company company,
      HookSecrets secrets,
      SignedMentions mentions,
      NetworkCalls calls,
      PushDoor door,
      Clock clock) {
    this.company = company;
    this.secrets = secrets;
    this.mentions = mentions;
    this.calls = calls;
    this.door = door;
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
      @HeaderParam("content-length") @DefaultValue("0") long length,
      InputStream stream)
      throws IOException {
    Optional<Source> source = company.source(sourceId);
    Optional<PushSource> network = source.flatMap(door::of);
    Optional<SignatureCheck> check = secrets.of(sourceId);
    if (source.isEmpty() || network.isEmpty() && check.isEmpty()) {
      return unknown();
    }
    Map<String, String> named = named(headers);
    // Nobody has proved anything yet: no more than that is read, whatever the sender says or hides.
    int most = network.isPresent() || CloudEvents.batch(named) ? LARGEST_CALL : LARGEST_BODY;
    byte[] body = length > most ? NONE : stream.readNBytes(most + 1);
    if (length > most || body.length > most) {
      return Problem.of(413, "Too large", "A body may have at most " + most + " bytes.");
    }
    if (network.isPresent()) {
      return calls.receive(source.get(), network.get(), new Delivery(named, query(address), body));
    }
    return genuine(check.get(), named, body)
        ? mentions.receive(source.get(), named, body)
        : Problem.of(
            401,
            "Signature refused",
            "webhook-id, webhook-timestamp (within 5 minutes) and webhook-signature must be those"
                + " of Standard Webhooks 1.0, made with this source's secret.");
  }

  /** A network asks who we are. */
  @GET
  @Path("/{source}")
  @Blocking
  public Response greet(
      @PathParam("source") String sourceId,
      @Context HttpHeaders headers,
      @Context UriInfo address) {
    Optional<Source> source = company.source(sourceId);
    Optional<PushSource> network = source.flatMap(door::of);
    Delivery question = new Delivery(named(headers), query(address), NONE);
    return network
        .flatMap(kind -> door.greet(source.get(), kind, question))
        .map(text -> Response.ok(text, MediaType.TEXT_PLAIN_TYPE).build())
        .orElseGet(() -> Problem.of(404, "No such webhook", "No network asks here by that token."));
  }

  /** A sender of CloudEvents asks whether it may (HTTP 1.1 Web Hooks for Event Delivery). */
  @OPTIONS
  @Path("/{source}")
  public Response mayISend(
      @PathParam("source") String sourceId,
      @HeaderParam("WebHook-Request-Origin") @Nullable String origin) {
    if (secrets.of(sourceId).isEmpty()) {
      return unknown();
    }
    Response.ResponseBuilder answer = Response.ok().header("Allow", "POST, OPTIONS");
    return origin == null || origin.isBlank()
        ? answer.build()
        : answer
            .header("WebHook-Allowed-Origin", origin)
            .header("WebHook-Allowed-Rate", "*")
            .build();
  }

  private static Response unknown() {
    return Problem.of(404, "No such webhook", "No webhook source of that name is configured.");
  }

  /** By signature; senders of CloudEvents that cannot sign may show the secret itself. */
  private boolean genuine(SignatureCheck check, Map<String, String> headers, byte[] body) {
    return check.holds(
            headers.get("webhook-id"),
            headers.get("webhook-timestamp"),
            headers.get("webhook-signature"),
            body,
            clock.instant())
        || CloudEvents.announced(headers) && check.shown(headers.get("authorization"));
  }

  private static Map<String, String> named(HttpHeaders headers) {
    Map<String, String> named = new HashMap<>();
    headers
        .getRequestHeaders()
        .forEach((name, values) -> named.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return named;
  }

  private static Map<String, String> query(UriInfo address) {
    Map<String, String> query = new HashMap<>();
    address.getQueryParameters().forEach((name, values) -> query.put(name, values.get(0)));
    return query;
  }
}
