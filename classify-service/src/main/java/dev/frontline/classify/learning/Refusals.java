package dev.frontline.classify.learning;

import dev.frontline.contracts.Lists;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Refusals as RFC 9457 problem details. */
final class Refusals {

  private static final MediaType TYPE = MediaType.valueOf("application/problem+json");

  private Refusals() {}

  static Response of(int status, String title, String detail, List<String> allowed) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    problem.put("allowed", Lists.copy(allowed));
    return Response.status(status).type(TYPE).entity(problem).build();
  }
}
