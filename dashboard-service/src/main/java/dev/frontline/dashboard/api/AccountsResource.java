package dev.frontline.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.command.AccountCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.kit.token.Caller;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * The company's accounts on networks: {@code {id, source, kind, network, handle, name, link, state,
 * what, posts, scopes[], renews, expiresAt, connectedAt, connectedBy, checkedAt, roles[], first}}.
 * Tokens go in and never come out.
 */
@Path("/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class AccountsResource {

  private final CurrentViewer viewer;
  private final AccountCommands accounts;

  @Inject
  AccountsResource(CurrentViewer viewer, AccountCommands accounts) {
    this.viewer = viewer;
    this.accounts = accounts;
  }

  /** With {@code sources[]}, to which accounts can be connected and what that takes. */
  @GET
  public Response all() {
    Verdict verdict = accounts.book(overseer());
    if (!(verdict instanceof Verdict.Told told)) {
      return Answers.of(verdict);
    }
    ObjectNode page = Answers.page(told.body().path("accounts"));
    page.set("sources", told.body().path("sources"));
    return Response.ok(page).build();
  }

  /** {@code {source, fields{}}}: a password, key or token that is there already. */
  @POST
  public Response connect(JsonNode body) {
    return Answers.of(accounts.connect(body, overseer()));
  }

  /**
   * {@code {source, fields{}, redirect}}: where to send the browser, as {@code {state, address}}.
   */
  @POST
  @Path("/consents")
  public Response consent(JsonNode body) {
    return Answers.of(accounts.consent(body, overseer()));
  }

  /** {@code {state, code}}, as the browser brought them back. */
  @POST
  @Path("/consents/finish")
  public Response finish(JsonNode body) {
    return Answers.of(accounts.finish(body, overseer()));
  }

  @POST
  @Path("/{id}/test")
  @Consumes(MediaType.WILDCARD)
  public Response test(@PathParam("id") String id) {
    return Answers.of(accounts.test(id, overseer()));
  }

  /** {@code {roles[]}}: who may speak by it; none for everybody who may answer. */
  @PUT
  @Path("/{id}/roles")
  public Response roles(@PathParam("id") String id, JsonNode body) {
    List<String> roles = new ArrayList<>();
    body.path("roles").forEach(role -> roles.add(role.asText()));
    return Answers.of(accounts.roles(id, roles, overseer()));
  }

  @DELETE
  @Path("/{id}")
  @Consumes(MediaType.WILDCARD)
  public Response remove(@PathParam("id") String id) {
    return Answers.of(accounts.remove(id, overseer()));
  }

  private Caller overseer() {
    return viewer.overseer("Accounts are for those who run Frontline").caller();
  }
}
