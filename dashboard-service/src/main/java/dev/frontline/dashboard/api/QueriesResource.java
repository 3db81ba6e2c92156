package dev.frontline.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.command.ListeningCommands;
import dev.frontline.kit.token.Caller;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What is listened for: {@code {id, kind, name, text, version, file, by, at}}. */
@Path("/api/v1/queries")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class QueriesResource {

  private final CurrentViewer viewer;
  private final ListeningCommands listening;

  @Inject
  QueriesResource(CurrentViewer viewer, ListeningCommands listening) {
    this.viewer = viewer;
    this.listening = listening;
  }

  @GET
  public Response all() {
    return Answers.page(listening.queries(overseer()), told -> told.path("items"));
  }

  /**
   * Adds {@code {kind, name, text}} and listens for it at once. A text that cannot be read is
   * refused with {@code position} (from 1) and what was expected there.
   */
  @POST
  public Response add(JsonNode query) {
    return Answers.of(listening.add(query, overseer()), 201);
  }

  /** Changes a query; {@code version} must be the one that was looked at. */
  @PUT
  @Path("/{id}")
  public Response change(@PathParam("id") String id, JsonNode query) {
    return Answers.of(listening.change(id, query, overseer()));
  }

  @DELETE
  @Path("/{id}")
  public Response remove(@PathParam("id") String id) {
    return Answers.of(listening.remove(id, overseer()), 204);
  }

  /**
   * Tries {@code {text}} on a sample of all that was read and on what was heard in the last two
   * days: {@code {words, sampled, found, days, perDay{mean, low, high}, minutesPerDay, networks,
   * languages, heard, heardFound, samples[{network, text, from}], search}}. {@code search} tells
   * which networks can be searched, {@code offers[{source, network, costUpTo}]} and {@code
   * unable[{source, network, why}]}; with {@code askNetworks: true} they are, those that charge
   * only with {@code maySpend: true}, too: {@code asked[{source, network, read, found, heard, more,
   * costUpTo, words, trouble, samples[]}]}. What they tell is kept nowhere.
   */
  @POST
  @Path("/dry-run")
  public Response tryOut(JsonNode query) {
    return Answers.of(listening.tryOut(query, overseer()));
  }

  private Caller overseer() {
    return viewer
        .overseer("What is listened for is decided by those who answer for the whole")
        .caller();
  }
}
