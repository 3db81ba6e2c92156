package dev.frontline.dashboard.account;

import dev.frontline.kit.company.Company;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;

/** People of the company file as identities: their roles are what the file says now. */
@ApplicationScoped
class Identities {

  private final Company company;

  @Inject
  Identities(Company company) {
    this.company = company;
  }

  /** Empty for somebody who is not, or no longer, in the company file. */
  Optional<SecurityIdentity> of(String user) {
    return company
        .person(user)
        .map(
            person ->
                QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(person.id()))
                    .addRoles(new HashSet<>(person.roles()))
                    .build());
  }
}
