package dev.frontline.dashboard.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.contracts.casefile.CaseState;
import dev.frontline.dashboard.inbox.CaseIndex;
import dev.frontline.dashboard.live.RecentCases;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalClient;
import dev.frontline.kit.token.InternalTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Carries what people do with cases to routing, which decides. */
@ApplicationScoped
public class CaseCommands {

  private static final Duration LIST_FOLLOWS = Duration.ofMillis(400);
  private static final Duration JUDGED_AGAIN = Duration.ofMillis(1_500);

  private final Neighbour routing;
  private final RecentCases recent;
  private final CaseIndex index;

  @Inject
  CaseCommands(
      @ConfigProperty(name = "frontline.url.routing") URI routing,
      InternalTokens tokens,
      HttpClient http,
      RecentCases recent,
      CaseIndex index) {
    this.routing = new Neighbour("Routing", new InternalClient(routing, tokens, http));
    this.recent = recent;
    this.index = index;
  }

  /**
   * @param body as the public API takes it, with the version that the person saw
   */
  public Verdict send(String caseId, CaseCommand command, @Nullable JsonNode body, Caller caller) {
    String path =
        "/internal/cases/"
            + URLEncoder.encode(caseId, StandardCharsets.UTF_8).replace("+", "%20")
            + "/"
            + command.path();
    return settled(routing.post(path, body, caller));
  }

  /**
   * Takes it from whoever works on it: what somebody works on changes hands only by being assigned,
   * so that comes first.
   *
   * @param version the case that the person saw
   */
  public Verdict takeOver(String caseId, long version, Caller caller) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("version", version);
    Verdict assigned = send(caseId, CaseCommand.ASSIGN, body.put("user", caller.user()), caller);
    return assigned instanceof Verdict.Done done
        ? send(
            caseId,
            CaseCommand.TAKE,
            Json.MAPPER.createObjectNode().put("version", done.state().version()),
            caller)
        : assigned;
  }

  /**
   * Waits a moment for what classify and routing make of a correction, so that the page which is
   * shown next has it; what takes longer arrives by itself.
   */
  public void follow(CaseState before) {
    index.await(before.id(), before.version() + 1, JUDGED_AGAIN);
  }

  /** Asks routing for any other change that answers with a case. */
  Verdict post(String path, Object body, Caller caller) {
    return settled(routing.post(path, body, caller));
  }

  private Verdict settled(InternalClient.Answer answer) {
    if (!answer.ok()) {
      return Neighbour.refused(answer);
    }
    CaseState state;
    try {
      state = Json.MAPPER.treeToValue(answer.body(), CaseState.class);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalStateException("routing answered with something that is no case", e);
    }
    recent.accept(state);
    index.await(state.id(), state.version(), LIST_FOLLOWS);
    return new Verdict.Done(state);
  }
}
