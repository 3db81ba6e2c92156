package dev.frontline.routing.command;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.CurrentCaller;
import dev.frontline.routing.casefile.Actor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;

/**
 * For whom and at what moment the running request counts. Frontline's own services may play a
 * recorded story: at an event's time ({@code X-Frontline-At}) and for a person ({@code
 * X-Frontline-As}).
 */
@RequestScoped
class Acting {

  static final String AT = "X-Frontline-At";
  static final String AS = "X-Frontline-As";

  private final CurrentCaller current;
  private final Company company;
  private final Clock clock;
  private final HttpHeaders headers;

  @Inject
  Acting(CurrentCaller current, Company company, Clock clock, HttpHeaders headers) {
    this.current = current;
    this.company = company;
    this.clock = clock;
    this.headers = headers;
  }

  Actor actor() {
    Caller caller = current.get();
    String as = headers.getHeaderString(AS);
    if (as == null || !mayPlay(caller)) {
      return new Actor(caller.user(), caller.roles(), caller.departments());
    }
    Company.Person person =
        company
            .person(as)
            .orElseThrow(() -> new BadRequestException(AS + " names nobody of the company"));
    return new Actor(person.id(), Set.copyOf(person.roles()), Set.copyOf(person.departments()));
  }

  Instant now() {
    String at = headers.getHeaderString(AT);
    if (at == null || !mayPlay(current.get())) {
      return clock.instant();
    }
    try {
      return Instant.parse(at);
    } catch (DateTimeParseException e) {
      throw new BadRequestException(AT + " must be an instant such as 2026-01-31T12:00:00Z");
    }
  }

  private static boolean mayPlay(Caller caller) {
    return caller.user().startsWith("service:") && caller.has("admin");
  }
}
