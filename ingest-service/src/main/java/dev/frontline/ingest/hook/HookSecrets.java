package dev.frontline.ingest.hook;

import dev.frontline.kit.company.Company;
import dev.frontline.kit.company.Source;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * The secrets of the webhook sources, from {@code FRONTLINE_WEBHOOK_<SOURCE>} in the environment. A
 * source without one takes nothing in; a malformed one keeps the service from starting.
 */
@ApplicationScoped
class HookSecrets {

  private static final Logger LOG = Logger.getLogger(HookSecrets.class);

  private final Company company;
  private final Config config;
  private Map<String, SignatureCheck> bySource = Map.of();

  @Inject
  HookSecrets(Company company, Config config) {
    this.company = company;
    this.config = config;
  }

  /** After the company file was found good. */
  void read(@Observes @Priority(5) StartupEvent event) {
    try {
      bySource = read(company, name -> config.getOptionalValue(name, String.class));
    } catch (IllegalArgumentException e) {
      LOG.errorf("cannot start: %s", e.getMessage());
      Quarkus.asyncExit(1);
      throw new IllegalStateException("cannot start: " + e.getMessage(), e);
    }
  }

  Optional<SignatureCheck> of(String source) {
    return Optional.ofNullable(bySource.get(source));
  }

  /**
   * @throws IllegalArgumentException naming the variable that is malformed and what it must be
   */
  static Map<String, SignatureCheck> read(
      Company company, Function<String, Optional<String>> environment) {
    Map<String, SignatureCheck> checks = new HashMap<>();
    for (Source source : company.sources()) {
      if (source.kind().equals("webhook")) {
        String variable = variable(source.id());
        Optional<String> secret = environment.apply(variable);
        if (secret.isEmpty()) {
          LOG.warnf("webhook takes nothing in: %s is not set source=%s", variable, source.id());
        } else {
          checks.put(source.id(), check(variable, secret.get()));
        }
      }
    }
    return Map.copyOf(checks);
  }

  private static SignatureCheck check(String variable, String secret) {
    try {
      return new SignatureCheck(secret);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(variable + " " + e.getMessage(), e);
    }
  }

  private static String variable(String source) {
    return "FRONTLINE_WEBHOOK_" + source.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
