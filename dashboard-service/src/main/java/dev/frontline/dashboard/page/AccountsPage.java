package dev.frontline.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.frontline.contracts.Json;
import dev.frontline.dashboard.account.Sessions;
import dev.frontline.dashboard.command.AccountCommands;
import dev.frontline.dashboard.command.Verdict;
import dev.frontline.kit.company.Company;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The accounts by which the company reads and speaks, and how to connect one. */
@Path("/accounts")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AccountsPage {

  /** Before the names of what a person typed for the network. */
  private static final String TYPED = "f.";

  private final Frames frames;
  private final AccountCommands accounts;
  private final Company company;
  private final String publicAddress;

  @Inject
  AccountsPage(
      Frames frames,
      AccountCommands accounts,
      Company company,
      @ConfigProperty(name = "frontline.public-url", defaultValue = "none") String publicAddress) {
    this.frames = frames;
    this.accounts = accounts;
    this.company = company;
    this.publicAddress = publicAddress;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance accounts(
        Frame frame,
        List<AccountView> accounts,
        List<ConnectView> sources,
        boolean key,
        String back,
        String said,
        String wrong);
  }

  @GET
  public TemplateInstance show(
      @Context UriInfo here, @CookieParam(Sessions.COOKIE) @Nullable String session) {
    return page(overseer(session), here, "", "");
  }

  /** Connects by what a person typed. */
  @POST
  @Path("/connect")
  public TemplateInstance connect(
      MultivaluedMap<String, String> form,
      @Context UriInfo here,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = overseer(session);
    return connected(
        frame,
        here,
        accounts.connect(
            AccountCommands.body(source(form), typed(form), null), frame.viewer().caller()));
  }

  /** Sends the browser to the network's own page. */
  @POST
  @Path("/consent")
  public Response consent(
      MultivaluedMap<String, String> form,
      @Context UriInfo here,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = overseer(session);
    Verdict verdict =
        accounts.consent(
            AccountCommands.body(source(form), typed(form), back(here)), frame.viewer().caller());
    if (verdict instanceof Verdict.Told told) {
      return Response.ok("").header("HX-Redirect", told.body().path("address").asText()).build();
    }
    return Response.ok(page(frame, here, "", ((Verdict.Refused) verdict).text())).build();
  }

  /** Where the network sends the browser back to. */
  @GET
  @Path("/callback")
  public TemplateInstance callback(
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("code") @DefaultValue("") String code,
      @QueryParam("error") @DefaultValue("") String error,
      @QueryParam("error_description") @DefaultValue("") String description,
      @Context UriInfo here,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = overseer(session);
    if (code.isEmpty()) {
      String why = description.isEmpty() ? error : description;
      return page(frame, here, "", "The network did not agree: " + why);
    }
    JsonNode back = Json.MAPPER.createObjectNode().put("state", state).put("code", code);
    return connected(frame, here, accounts.finish(back, frame.viewer().caller()));
  }

  /** Tries whether an account still works. */
  @POST
  @Path("/test")
  public TemplateInstance test(
      @FormParam("id") @DefaultValue("") String id,
      @Context UriInfo here,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = overseer(session);
    Verdict verdict = accounts.test(id, frame.viewer().caller());
    return after(frame, here, verdict, "It works.");
  }

  /** Says who may speak by an account. */
  @POST
  @Path("/roles")
  public TemplateInstance roles(
      @FormParam("id") @DefaultValue("") String id,
      @FormParam("role") List<String> roles,
      @Context UriInfo here,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = overseer(session);
    Verdict verdict = accounts.roles(id, roles, frame.viewer().caller());
    return after(
        frame,
        here,
        verdict,
        roles.isEmpty()
            ? "Everybody who may answer speaks by it."
            : "Only " + String.join(", ", roles) + ", the social lead and admins speak by it.");
  }

  /** Forgets an account. */
  @POST
  @Path("/remove")
  public TemplateInstance remove(
      @FormParam("id") @DefaultValue("") String id,
      @Context UriInfo here,
      @CookieParam(Sessions.COOKIE) @Nullable String session) {
    Frame frame = overseer(session);
    Verdict verdict = accounts.remove(id, frame.viewer().caller());
    return after(frame, here, verdict, "It is forgotten, and its tokens with it.");
  }

  private TemplateInstance connected(Frame frame, UriInfo here, Verdict verdict) {
    String said = "";
    if (verdict instanceof Verdict.Told told) {
      JsonNode account = told.body();
      said =
          account.path("handle").asText()
              + " is connected to "
              + account.path("source").asText()
              + (account.path("posts").asBoolean()
                  ? ": it reads and answers."
                  : ": it reads; it may not answer.");
    }
    return after(frame, here, verdict, said);
  }

  private TemplateInstance after(Frame frame, UriInfo here, Verdict verdict, String said) {
    return verdict instanceof Verdict.Told
        ? page(frame, here, said, "")
        : page(frame, here, "", ((Verdict.Refused) verdict).text());
  }

  private TemplateInstance page(Frame frame, UriInfo here, String said, String wrong) {
    Verdict verdict = accounts.book(frame.viewer().caller());
    JsonNode book = verdict instanceof Verdict.Told told ? told.body() : MissingNode.getInstance();
    List<String> roles =
        company.people().stream().flatMap(p -> p.roles().stream()).distinct().sorted().toList();
    return Templates.accounts(
        frame,
        AccountView.all(book, roles),
        ConnectView.all(book),
        book.path("key").asBoolean(true),
        back(here),
        said,
        verdict instanceof Verdict.Refused refused ? refused.text() : wrong);
  }

  private String back(UriInfo here) {
    String base = publicAddress.startsWith("http") ? publicAddress : here.getBaseUri().toString();
    return (base.endsWith("/") ? base : base + "/") + "accounts/callback";
  }

  private static String source(MultivaluedMap<String, String> form) {
    return String.valueOf(form.getFirst("source"));
  }

  private static Map<String, String> typed(MultivaluedMap<String, String> form) {
    Map<String, String> typed = new HashMap<>();
    form.forEach(
        (name, values) -> {
          if (name.startsWith(TYPED) && !values.isEmpty()) {
            typed.put(name.substring(TYPED.length()), values.get(0));
          }
        });
    return typed;
  }

  private Frame overseer(@Nullable String session) {
    Frame frame = frames.of(session);
    if (!frame.viewer().seesOps()) {
      throw new ForbiddenException("This page is for those who answer for the whole.");
    }
    return frame;
  }
}
