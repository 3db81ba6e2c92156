package dev.frontline.dashboard.account;

import dev.frontline.dashboard.problem.Problem;
import dev.frontline.kit.company.Company;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Who asks in the running request. */
@RequestScoped
public class CurrentViewer {

  private final SecurityIdentity identity;
  private final Company company;

  @Inject
  CurrentViewer(SecurityIdentity identity, Company company) {
    this.identity = identity;
    this.company = company;
  }

  /**
   * @throws UnauthorizedException where nobody is signed in: the answer is the sign-in page, or 401
   */
  public Viewer get() {
    if (identity.isAnonymous()) {
      throw new UnauthorizedException();
    }
    return company
        .person(identity.getPrincipal().getName())
        .map(Viewer::of)
        .orElseThrow(UnauthorizedException::new);
  }

  /**
   * The same, where it is one of those who run the whole; anybody else is answered 403.
   *
   * @param refusal the title of that answer
   */
  public Viewer overseer(String refusal) {
    Viewer who = get();
    if (!who.seesOps()) {
      throw new Problem(refusal, 403, "You need one of the roles named.", Viewer.OVERSEERS)
          .exception();
    }
    return who;
  }
}
