package dev.frontline.dashboard.account;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response.Status;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows people by HTTP Basic (scripts) or by the session's cookie (browsers). */
@ApplicationScoped
class SignInMechanism implements HttpAuthenticationMechanism {

  private static final String BASIC = "Basic ";
  private static final String TOO_MANY = "frontline-too-many";

  private final Sessions sessions;
  private final Identities identities;

  @Inject
  SignInMechanism(Sessions sessions, Identities identities) {
    this.sessions = sessions;
    this.identities = identities;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    String header = context.request().getHeader("Authorization");
    if (header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      PasswordRequest request = basic(header.substring(BASIC.length()), address(context));
      if (request != null) {
        return providers
            .authenticate(request)
            .onFailure(e -> Credentials.Verdict.TOO_MANY.name().equals(e.getMessage()))
            .invoke(() -> context.put(TOO_MANY, true));
      }
    }
    Cookie cookie = context.request().getCookie(Sessions.COOKIE);
    Optional<SecurityIdentity> identity =
        cookie == null
            ? Optional.empty()
            : sessions.user(cookie.getValue()).flatMap(identities::of);
    return identity.isPresent()
        ? Uni.createFrom().item(identity.get())
        : Uni.createFrom().nullItem();
  }

  /** Pages lead to the sign-in page and back; the API says 401 and how. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    if (context.get(TOO_MANY) != null) {
      return Uni.createFrom()
          .item(new ChallengeData(Status.TOO_MANY_REQUESTS.getStatusCode(), "Retry-After", "60"));
    }
    String path = context.normalizedPath();
    if (path.startsWith("/api/") || path.startsWith("/q/")) {
      return Uni.createFrom()
          .item(
              new ChallengeData(
                  Status.UNAUTHORIZED.getStatusCode(),
                  "WWW-Authenticate",
                  "Basic realm=\"Frontline\", charset=\"UTF-8\""));
    }
    if (context.request().getHeader("HX-Request") != null) {
      return Uni.createFrom()
          .item(new ChallengeData(Status.UNAUTHORIZED.getStatusCode(), "HX-Redirect", "/sign-in"));
    }
    String next = URLEncoder.encode(context.request().uri(), StandardCharsets.UTF_8);
    return Uni.createFrom()
        .item(
            new ChallengeData(
                Status.SEE_OTHER.getStatusCode(), "Location", "/sign-in?next=" + next));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(PasswordRequest.class);
  }

  static @Nullable PasswordRequest basic(String encoded, String address) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded.trim()), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? null
          : new PasswordRequest(pair.substring(0, colon), pair.substring(colon + 1), address);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static String address(RoutingContext context) {
    return context.request().remoteAddress() == null
        ? "unknown"
        : context.request().remoteAddress().hostAddress();
  }
}
