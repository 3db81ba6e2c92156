package dev.frontline.dashboard.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.frontline.contracts.Json;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 tells it.
 *
 * @param allowed what would be accepted, null where nothing can be named
 */
public record Problem(String title, int status, String detail, @Nullable List<String> allowed) {

  public static final String TYPE = "application/problem+json";

  public static Problem of(int status, String title, String detail) {
    return new Problem(title, status, detail, null);
  }

  /** A parameter with a value that is not allowed. */
  public static Problem filter(String field, String value, List<String> allowed) {
    return new Problem(
        "A parameter has a value that is not allowed",
        422,
        field + " cannot be '" + value + "'.",
        allowed);
  }

  public static Problem notFound(String what, String id) {
    return of(404, "There is no such " + what, "No " + what + " '" + id + "' is known here.");
  }

  public Response response() {
    return response(status, this);
  }

  /** To be thrown where a resource method returns something else. */
  public WebApplicationException exception() {
    return new WebApplicationException(title, response());
  }

  /** Any JSON body as a problem. */
  public static Response response(int status, Object body) {
    try {
      return Response.status(status)
          .type(TYPE)
          .entity(Json.MAPPER.writeValueAsString(body))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem is always writable", e);
    }
  }
}
