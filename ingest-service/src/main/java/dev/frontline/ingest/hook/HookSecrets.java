package dev.frontline.ingest.hook;

import dev.frontline.kit.company.Company;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/**
 * The secrets of the webhook sources, from {@code FRONTLINE_WEBHOOK_<SOURCE>} in the environment.
 */
@ApplicationScoped
class HookSecrets {

  private final Map<String, SignatureCheck> bySource = new ConcurrentHashMap<>();

  @Inject
  HookSecrets(Company company, Config config) {
    for (Company.Source source : company.sources()) {
      if (source.kind().equals("webhook")) {
        config
            .getOptionalValue(variable(source.id()), String.class)
            .ifPresent(secret -> bySource.put(source.id(), new SignatureCheck(secret)));
      }
    }
  }

  Optional<SignatureCheck> of(String source) {
    return Optional.ofNullable(bySource.get(source));
  }

  static String variable(String source) {
    return "FRONTLINE_WEBHOOK_" + source.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
