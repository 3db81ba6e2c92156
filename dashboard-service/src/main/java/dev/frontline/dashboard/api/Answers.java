package dev.frontline.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.dashboard.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.util.function.UnaryOperator;

/** What an owning service made of a command, as the API answers it. */
final class Answers {

  private Answers() {}

  /** What it told with 200, or its refusal. */
  static Response of(Verdict verdict) {
    return of(verdict, 200);
  }

  /**
   * @param status where it was done; 204 leaves out what was told
   */
  static Response of(Verdict verdict, int status) {
    if (!(verdict instanceof Verdict.Told told)) {
      return refused(verdict);
    }
    return status == 204
        ? Response.noContent().build()
        : Response.status(status).entity(told.body()).build();
  }

  /**
   * A list that is told whole, as {@code {items, page, size, total}}.
   *
   * @param items where the list stands in what was told
   */
  static Response page(Verdict verdict, UnaryOperator<JsonNode> items) {
    return verdict instanceof Verdict.Told told
        ? Response.ok(page(items.apply(told.body()))).build()
        : refused(verdict);
  }

  static ObjectNode page(JsonNode items) {
    ObjectNode page = Json.MAPPER.createObjectNode();
    page.set("items", items);
    return page.put("page", 1).put("size", items.size()).put("total", items.size());
  }

  static Response refused(Verdict verdict) {
    Verdict.Refused refused = (Verdict.Refused) verdict;
    return Problem.response(refused.status(), refused.problem());
  }
}
