package dev.frontline.ingest.problem;

import dev.frontline.kit.token.Caller;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Who may see raw posts and send recorded ones: services, and people who look after it all. */
public final class Overseers {

  private static final List<String> ROLES = List.of("admin", "ops", "social-lead");

  private Overseers() {}

  /** A 403 for everybody else, empty for them. */
  public static Optional<Response> refusal(Caller caller) {
    boolean may = caller.user().startsWith("service:") || ROLES.stream().anyMatch(caller::has);
    return may
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                403, "Not allowed", "Only Frontline's services and the roles " + ROLES + " may."));
  }
}
