package dev.frontline.dashboard.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalClient;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks one other service, and turns its silence into a refusal. */
final class Neighbour {

  private static final Logger LOG = Logger.getLogger(Neighbour.class);

  private final String name;
  private final InternalClient client;

  Neighbour(String name, InternalClient client) {
    this.name = name;
    this.client = client;
  }

  InternalClient.Answer post(String path, @Nullable Object body, Caller caller) {
    try {
      return client.post(path, body == null ? Json.MAPPER.createObjectNode() : body, caller);
    } catch (IOException e) {
      return silent(e);
    }
  }

  InternalClient.Answer put(String path, @Nullable Object body, Caller caller) {
    try {
      return client.send("PUT", path, body == null ? Json.MAPPER.createObjectNode() : body, caller);
    } catch (IOException e) {
      return silent(e);
    }
  }

  InternalClient.Answer send(String method, String path, @Nullable Object body, Caller caller) {
    try {
      return client.send(method, path, body, caller);
    } catch (IOException e) {
      return silent(e);
    }
  }

  InternalClient.Answer get(String path, Caller caller) {
    try {
      return client.get(path, caller);
    } catch (IOException e) {
      return silent(e);
    }
  }

  private InternalClient.Answer silent(IOException fault) {
    LOG.warnf("neighbour does not answer name=%s fault=%s", name, fault.getMessage());
    return new InternalClient.Answer(503, away());
  }

  static Verdict.Refused refused(InternalClient.Answer answer) {
    if (answer.body().isObject()) {
      return new Verdict.Refused(answer.status(), answer.body());
    }
    ObjectNode problem = Json.MAPPER.createObjectNode();
    problem.put("title", "The command was not understood").put("status", answer.status());
    return new Verdict.Refused(answer.status(), problem);
  }

  private ObjectNode away() {
    return Json.MAPPER
        .createObjectNode()
        .put("title", name + " does not answer")
        .put("status", 503)
        .put("detail", "Nothing was done. Try again in a moment.");
  }
}
