package dev.frontline.dashboard.page;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Signing in with the form, and out again. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SignInPage {

  private final Company company;
  private final SignIn signIn;

  @Inject
  SignInPage(Company company, SignIn signIn) {
    this.company = company;
    this.signIn = signIn;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance signIn(String company, String next, String wrong, String user);
  }

  @GET
  @Path("/sign-in")
  public TemplateInstance form(@QueryParam("next") @DefaultValue("/") String next) {
    return Templates.signIn(company.name(), own(next), "", "");
  }

  @POST
  @Path("/sign-in")
  public Response enter(
      @FormParam("user") @DefaultValue("") String user,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam("next") @DefaultValue("/") String next,
      @jakarta.ws.rs.core.Context RoutingContext context) {
    SignIn.Answer answer = signIn.check(user.strip(), password, context);
    if (answer == SignIn.Answer.RIGHT) {
      return signIn
          .withSession(Response.seeOther(URI.create(own(next))), user.strip(), context)
          .build();
    }
    String wrong =
        answer == SignIn.Answer.TOO_MANY
            ? "Too many wrong passwords. Wait a minute, then try again."
            : "Name and password do not belong together.";
    return Response.status(answer == SignIn.Answer.TOO_MANY ? 429 : 401)
        .entity(Templates.signIn(company.name(), own(next), wrong, user))
        .build();
  }

  @POST
  @Path("/sign-out")
  public Response leave() {
    return signIn.withoutSession(Response.ok().header("HX-Redirect", "/sign-in")).build();
  }

  /** Only a path of our own: a link to us must not lead people elsewhere. */
  static String own(String next) {
    boolean local = next.startsWith("/") && !next.startsWith("//") && !next.contains("\\");
    return local && next.chars().allMatch(c -> c > ' ' && c < 127) ? next : "/";
  }
}
