package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frontline.contracts.Json;
import dev.frontline.dashboard.account.CurrentViewer;
import dev.frontline.dashboard.account.SignIn;
import dev.frontline.kit.company.Company;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The demo's story bar, and its switch between people. There is neither outside the demo. */
@Path("/demo")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DemoPage {

  private final CurrentViewer current;
  private final SignIn signIn;
  private final Company company;
  private final HttpClient http;
  private final URI demoUrl;
  private final boolean demo;

  @Inject
  DemoPage(
      CurrentViewer current,
      SignIn signIn,
      Company company,
      HttpClient http,
      @ConfigProperty(name = "frontline.url.demo") URI demoUrl,
      @ConfigProperty(name = "frontline.demo") boolean demo) {
    this.current = current;
    this.signIn = signIn;
    this.company = company;
    this.http = http;
    this.demoUrl = demoUrl;
    this.demo = demo;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance story(Bar bar);
  }

  /**
   * The bar.
   *
   * @param state {@code loading}, {@code playing}, {@code paused} or {@code over}
   * @param kills the service that may be killed now, null for none
   * @param dots for each beat whether it was reached
   * @param link where the beat's button leads, null for nowhere
   */
  public record Bar(
      String state,
      int percent,
      String title,
      String text,
      @Nullable String link,
      @Nullable String kills,
      List<Boolean> dots) {}

  @GET
  @Path("/story")
  public Response story() {
    return bar("GET", null);
  }

  @POST
  @Path("/story")
  public Response act(@FormParam("action") @DefaultValue("") String action) {
    return bar("POST", Json.MAPPER.createObjectNode().put("action", action));
  }

  /** Signs in as somebody else of the demo company. */
  @POST
  @Path("/switch")
  public Response see(
      @FormParam("user") @DefaultValue("") String user,
      @jakarta.ws.rs.core.Context RoutingContext context) {
    allowed();
    if (company.person(user).isEmpty()) {
      throw new NotFoundException();
    }
    return signIn.withSession(Response.ok().header("HX-Redirect", "/"), user, context).build();
  }

  private Response bar(String method, @Nullable JsonNode body) {
    allowed();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(demoUrl.resolve("/story")).timeout(Duration.ofSeconds(3));
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body.toString());
    request.method(method, publisher).header("Content-Type", "application/json");
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == 200) {
        return Response.ok(Templates.story(read(Json.MAPPER.readTree(answer.body())))).build();
      }
    } catch (IOException e) {
      // No story yet: the bar stays as it is.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Response.noContent().build();
  }

  static Bar read(JsonNode view) {
    JsonNode beats = view.path("beats");
    JsonNode beat = beats.path(view.path("beat").asInt(-1));
    List<Boolean> dots = new ArrayList<>();
    beats.forEach(b -> dots.add(b.path("reached").asBoolean()));
    return new Bar(
        view.path("state").asText("loading"),
        view.path("percent").asInt(0),
        beat.path("title").asText(""),
        beat.path("text").asText(""),
        link(beat.path("link")),
        view.path("kills").asText(null),
        dots);
  }

  private static @Nullable String link(JsonNode link) {
    String target = link.path("target").asText("");
    return switch (link.path("kind").asText("")) {
      case "mention" -> "/mentions/" + target;
      case "network" -> PostView.web(target);
      case "inbox" -> "/inbox?department=" + target;
      case "incidents" -> "/incidents";
      case "now" -> "/now";
      case "ops" -> "/ops";
      default -> null;
    };
  }

  private void allowed() {
    current.get();
    if (!demo) {
      throw new NotFoundException();
    }
  }
}
