package dev.frontline.routing.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.routing.casefile.Refusal;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 problem details.
 *
 * @param allowed actions, names or values that are allowed instead
 * @param field the value that is wrong
 * @param current the case as it is now, where the caller saw an older one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String title,
    int status,
    String detail,
    List<String> allowed,
    @Nullable String field,
    @Nullable CaseState current) {

  static final MediaType TYPE = MediaType.valueOf("application/problem+json");

  static Response of(Refusal refusal) {
    return response(problem(refusal));
  }

  static Response notFound(String what) {
    return response(new Problem("Not found", 404, "There is no " + what, List.of(), null, null));
  }

  static Response invalid(String field, String detail, List<String> allowed) {
    return of(new Refusal.Invalid(field, detail, allowed));
  }

  private static Problem problem(Refusal refusal) {
    if (refusal instanceof Refusal.Stale r) {
      return new Problem(
          "The case has changed", 409, r.detail(), r.allowed(), "version", r.current());
    }
    if (refusal instanceof Refusal.NotNow r) {
      return new Problem("Not possible now", 409, r.detail(), r.allowed(), null, r.current());
    }
    if (refusal instanceof Refusal.Invalid r) {
      return new Problem("Invalid value", 422, r.detail(), r.allowed(), r.field(), null);
    }
    return new Problem("Not allowed", 403, refusal.detail(), refusal.allowed(), null, null);
  }

  private static Response response(Problem problem) {
    return Response.status(problem.status()).type(TYPE).entity(problem).build();
  }
}
