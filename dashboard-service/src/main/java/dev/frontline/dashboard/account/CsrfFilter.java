package dev.frontline.dashboard.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * A browser sends a session's cookie along whoever wrote the page; so a session's changing request
 * must also carry the token that only our own pages know. Without a session's cookie there is
 * nothing to misuse: HTTP Basic is exempt.
 */
@Provider
@ApplicationScoped
class CsrfFilter implements ContainerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Sessions sessions;

  @Inject
  CsrfFilter(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (SAFE.contains(request.getMethod())) {
      return;
    }
    String site = request.getHeaderString("Sec-Fetch-Site");
    Cookie session = request.getCookies().get(Sessions.COOKIE);
    String token = request.getHeaderString(Sessions.CSRF_HEADER);
    boolean foreign = "cross-site".equals(site);
    // Signing in starts a session anew, whatever cookie is left from an earlier one.
    boolean unproven =
        !request.getUriInfo().getPath().endsWith("/sign-in")
            && session != null
            && sessions.user(session.getValue()).isPresent()
            && (token == null || !sessions.csrfHolds(session.getValue(), token));
    if (foreign || unproven) {
      request.abortWith(
          Response.status(Response.Status.FORBIDDEN)
              .type("application/problem+json")
              .entity(
                  "{\"title\":\"The CSRF token is missing or wrong\",\"status\":403,\"detail\":"
                      + "\"A session's changing request needs the header "
                      + Sessions.CSRF_HEADER
                      + " with the value of the cookie "
                      + Sessions.CSRF_COOKIE
                      + ".\"}")
              .build());
    }
  }
}
