package dev.frontline.routing.notification.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 problem details.
 *
 * @param allowed what would be accepted
 * @param field the value that is wrong, null where it is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Refused(
    String title, int status, String detail, List<String> allowed, @Nullable String field) {

  private static final MediaType TYPE = MediaType.valueOf("application/problem+json");

  static Response invalid(String field, String detail, List<String> allowed) {
    return new Refused("Invalid value", 422, detail, allowed, field).response();
  }

  static Response notFound(String what) {
    return new Refused("Not found", 404, "There is no " + what, List.of(), null).response();
  }

  static Response forbidden(String detail) {
    return new Refused("Not allowed", 403, detail, List.of("social-lead", "ops", "admin"), null)
        .response();
  }

  static Response conflict(String detail) {
    return new Refused("Not possible now", 409, detail, List.of(), null).response();
  }

  private Response response() {
    return Response.status(status).type(TYPE).entity(this).build();
  }
}
