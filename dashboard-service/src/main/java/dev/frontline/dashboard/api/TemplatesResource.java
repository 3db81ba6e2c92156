package dev.frontline.dashboard.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.command.TemplateCommands;
import dev.frontline.dashboard.command.TemplateCommands.Of;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Playbooks by kind of risk, and how each kind of alert reads. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class TemplatesResource {

  private final CurrentViewer viewer;
  private final TemplateCommands templates;

  @Inject
  TemplatesResource(CurrentViewer viewer, TemplateCommands templates) {
    this.viewer = viewer;
    this.templates = templates;
  }

  /** {@code {items[{kind, version, steps[], statement, origin, by, at}]}}. */
  @GET
  @Path("/playbooks")
  public Response playbooks() {
    return Answers.of(templates.all(Of.PLAYBOOKS, viewer.get().caller()));
  }

  /** Changes one: {@code {version, steps[], statement?}}; it holds for alarms from then on. */
  @PUT
  @Path("/playbooks/{kind}")
  public Response playbook(@PathParam("kind") String kind, @Nullable JsonNode body) {
    return Answers.of(templates.change(Of.PLAYBOOKS, kind, body, viewer.get().caller()));
  }

  /** As the company file says, or as shipped, again; {@code version} is the one that was seen. */
  @DELETE
  @Path("/playbooks/{kind}")
  public Response resetPlaybook(
      @PathParam("kind") String kind, @QueryParam("version") @DefaultValue("0") long version) {
    return Answers.of(templates.reset(Of.PLAYBOOKS, kind, version, viewer.get().caller()));
  }

  /** {@code {fields[], items[{kind, version, title, lines[], shipped, by, example}]}}. */
  @GET
  @Path("/notification-templates")
  public Response alerts() {
    return Answers.of(templates.all(Of.ALERTS, viewer.get().caller()));
  }

  /** Changes one: {@code {version, title, lines[]}} with the fields in braces. */
  @PUT
  @Path("/notification-templates/{kind}")
  public Response alert(@PathParam("kind") String kind, @Nullable JsonNode body) {
    return Answers.of(templates.change(Of.ALERTS, kind, body, viewer.get().caller()));
  }

  /** As shipped again; {@code version} is the one that was seen. */
  @DELETE
  @Path("/notification-templates/{kind}")
  public Response resetAlert(
      @PathParam("kind") String kind, @QueryParam("version") @DefaultValue("0") long version) {
    return Answers.of(templates.reset(Of.ALERTS, kind, version, viewer.get().caller()));
  }
}
