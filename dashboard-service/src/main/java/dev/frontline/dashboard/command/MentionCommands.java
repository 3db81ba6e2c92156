package dev.frontline.dashboard.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseMention;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.contracts.classification.Classification;
import dev.frontline.contracts.classification.Labels;
import dev.frontline.dashboard.readmodel.StoredMention;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalClient;
import dev.frontline.kit.token.InternalTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Iterator;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Carries what people say about posts to classify, and makes cases of filed ones by routing. */
@ApplicationScoped
public class MentionCommands {

  private final Neighbour classify;
  private final CaseCommands cases;

  @Inject
  MentionCommands(
      @ConfigProperty(name = "frontline.url.classify") URI classify,
      InternalTokens tokens,
      HttpClient http,
      CaseCommands cases) {
    this.classify = new Neighbour("Classify", new InternalClient(classify, tokens, http));
    this.cases = cases;
  }

  /**
   * @param labels an object of label names with true or false, bare or under {@code labels}
   */
  public Verdict correct(StoredMention stored, @Nullable JsonNode labels, Caller caller) {
    if (stored.mention() == null || stored.classification() == null) {
      return gone();
    }
    JsonNode said =
        labels != null && labels.path("labels").isObject() ? labels.path("labels") : labels;
    if (said == null || !said.isObject() || said.isEmpty() || !wellFormed(said)) {
      return refused(422, "Labels must be named with true or false");
    }
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.set("mention", Json.MAPPER.valueToTree(stored.mention()));
    body.set("classification", Json.MAPPER.valueToTree(stored.classification()));
    body.set("labels", said);
    body.put("by", caller.user());
    InternalClient.Answer answer = classify.post("/internal/mentions/labels", body, caller);
    if (!answer.ok()) {
      return Neighbour.refused(answer);
    }
    try {
      return new Verdict.Judged(Json.MAPPER.treeToValue(answer.body(), Classification.class));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalStateException("classify answered with something that is no verdict", e);
    }
  }

  /**
   * Says of every post of a triage case that it needs nobody: no label by which somebody is wanted
   * holds. Routing then files them and ends the case, and the classifier learns.
   */
  public Verdict file(CaseState state, Caller caller) {
    ObjectNode none = Json.MAPPER.createObjectNode();
    Labels.ROUTING.forEach(label -> none.put(label, false));
    Verdict verdict = gone();
    for (CaseMention post : state.mentions()) {
      if (!post.withdrawn() && !post.mention().own()) {
        verdict = correct(StoredMention.of(post), none, caller);
        if (verdict instanceof Verdict.Refused) {
          return verdict;
        }
      }
    }
    return verdict;
  }

  /**
   * @param department where to, null to let the rules say
   */
  public Verdict open(StoredMention stored, @Nullable String department, Caller caller) {
    if (stored.mention() == null || stored.classification() == null) {
      return gone();
    }
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.set("mention", Json.MAPPER.valueToTree(stored.mention()));
    body.set("classification", Json.MAPPER.valueToTree(stored.classification()));
    if (department != null) {
      body.put("department", department);
    }
    return cases.post("/internal/mentions/open", body, caller);
  }

  private static boolean wellFormed(JsonNode labels) {
    for (Iterator<Map.Entry<String, JsonNode>> it = labels.fields(); it.hasNext(); ) {
      Map.Entry<String, JsonNode> label = it.next();
      if (!Labels.ALL.contains(label.getKey()) || !label.getValue().isBoolean()) {
        return false;
      }
    }
    return true;
  }

  private static Verdict.Refused gone() {
    return refused(409, "The post is gone from its network, or not judged yet");
  }

  private static Verdict.Refused refused(int status, String title) {
    ObjectNode problem = Json.MAPPER.createObjectNode().put("title", title).put("status", status);
    Labels.ALL.forEach(problem.putArray("allowed")::add);
    return new Verdict.Refused(status, problem);
  }
}
