package dev.frontline.kit.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets only callers with a valid internal token in, where {@code
 * frontline.internal-token.required=true}; {@code /hooks} proves its senders by signature instead.
 */
@Provider
@ApplicationScoped
public class InternalTokenFilter implements ContainerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final InternalTokens tokens;
  private final CurrentCaller current;
  private final boolean required;

  @Inject
  InternalTokenFilter(
      InternalTokens tokens,
      CurrentCaller current,
      @ConfigProperty(name = "frontline.internal-token.required", defaultValue = "false")
          boolean required) {
    this.tokens = tokens;
    this.current = current;
    this.required = required;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (!required || path.startsWith("/hooks/") || path.startsWith("hooks/")) {
      return;
    }
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    Optional<Caller> caller =
        header == null || !header.startsWith(BEARER)
            ? Optional.empty()
            : tokens.verify(header.substring(BEARER.length()));
    if (caller.isEmpty()) {
      request.abortWith(
          Response.status(Response.Status.UNAUTHORIZED)
              .type(MediaType.valueOf("application/problem+json"))
              .entity(
                  Map.of(
                      "title", "An internal token is needed",
                      "status", 401,
                      "detail", "Only Frontline's own services may call this path."))
              .build());
      return;
    }
    current.set(caller.get());
  }
}
