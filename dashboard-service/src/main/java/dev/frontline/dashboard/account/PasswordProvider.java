package dev.frontline.dashboard.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Turns a right password into an identity; the slow check runs on a worker. */
@ApplicationScoped
class PasswordProvider implements IdentityProvider<PasswordRequest> {

  private final Credentials credentials;
  private final Identities identities;

  @Inject
  PasswordProvider(Credentials credentials, Identities identities) {
    this.credentials = credentials;
    this.identities = identities;
  }

  @Override
  public Class<PasswordRequest> getRequestType() {
    return PasswordRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      PasswordRequest request, AuthenticationRequestContext context) {
    if (credentials.remembered(request.user(), request.password())) {
      return Uni.createFrom().item(identity(request));
    }
    return context.runBlocking(
        () -> {
          Credentials.Verdict verdict =
              credentials.check(request.user(), request.password(), request.address());
          if (verdict != Credentials.Verdict.RIGHT) {
            throw new AuthenticationFailedException(verdict.name());
          }
          return identity(request);
        });
  }

  private SecurityIdentity identity(PasswordRequest request) {
    return identities
        .of(request.user())
        .orElseThrow(() -> new AuthenticationFailedException("no longer in the company file"));
  }
}
