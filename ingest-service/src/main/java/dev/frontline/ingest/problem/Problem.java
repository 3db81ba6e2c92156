package dev.frontline.ingest.problem;

import dev.frontline.ingest.post.FieldError;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Refusals as RFC 9457 {@code application/problem+json}. */
public final class Problem {

  private static final MediaType TYPE = MediaType.valueOf("application/problem+json");

  private static final Logger LOG = Logger.getLogger(Problem.class);

  private Problem() {}

  public static Response of(int status, String title, String detail) {
    return of(status, title, detail, List.of());
  }

  /** With {@code errors[{field, allowed}]}. */
  public static Response of(int status, String title, String detail, List<FieldError> errors) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    if (!errors.isEmpty()) {
      body.put("errors", errors);
    }
    return Response.status(status).type(TYPE).entity(body).build();
  }

  /**
   * Kafka or the store is away; the sender is to come back.
   *
   * @param fault goes to the log only: it may name hosts
   */
  public static Response away(String what, RuntimeException fault) {
    LOG.warnf("turned away, to come again what=%s fault=%s", what, fault.getMessage());
    Response response = of(503, "Not now", what + " is away; send it again.");
    response.getHeaders().putSingle("Retry-After", "5");
    return response;
  }
}
