package dev.frontline.dashboard.account;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** What the sign-in form needs: a check of the password, and the cookies of a session. */
@ApplicationScoped
public class SignIn {

  private final Credentials credentials;
  private final Identities identities;
  private final Sessions sessions;

  @Inject
  SignIn(Credentials credentials, Identities identities, Sessions sessions) {
    this.credentials = credentials;
    this.identities = identities;
    this.sessions = sessions;
  }

  /** What became of a try. */
  public enum Answer {
    RIGHT,
    WRONG,
    TOO_MANY
  }

  /** May take 100 ms. */
  public Answer check(String user, String password, RoutingContext context) {
    return switch (credentials.check(user, password, SignInMechanism.address(context))) {
      case RIGHT -> identities.of(user).isPresent() ? Answer.RIGHT : Answer.WRONG;
      case WRONG -> Answer.WRONG;
      case TOO_MANY -> Answer.TOO_MANY;
    };
  }

  /** Adds the cookies of a new session of this person. */
  public ResponseBuilder withSession(
      ResponseBuilder response, String user, RoutingContext context) {
    String session = sessions.open(user);
    boolean secure = context.request().isSSL();
    int seconds = (int) Sessions.LIFETIME.toSeconds();
    return response.cookie(
        cookie(Sessions.COOKIE, session, seconds).httpOnly(true).secure(secure).build(),
        cookie(Sessions.CSRF_COOKIE, sessions.csrfToken(session), seconds).secure(secure).build());
  }

  /** Removes them. */
  public ResponseBuilder withoutSession(ResponseBuilder response) {
    return response.cookie(
        cookie(Sessions.COOKIE, "", 0).httpOnly(true).build(),
        cookie(Sessions.CSRF_COOKIE, "", 0).build());
  }

  private static NewCookie.Builder cookie(String name, String value, int seconds) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .sameSite(NewCookie.SameSite.LAX);
  }
}
