package dev.frontline.ingest.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.frontline.contracts.Json;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens the tokens of accounts by {@code FRONTLINE_SECRET_KEY}. {@code
 * FRONTLINE_SECRET_KEYS_OLD}, separated by commas, still open what was sealed before the key was
 * changed. Without a key nothing can be connected; tokens of the environment need none.
 */
@ApplicationScoped
class Vault {

  static final String KEY = "FRONTLINE_SECRET_KEY";
  private static final String FORMER = "FRONTLINE_SECRET_KEYS_OLD";
  private static final Logger LOG = Logger.getLogger(Vault.class);

  private @Nullable Sealing sealing;
  private final String wrong;

  @Inject
  Vault(Config config) {
    this(
        config.getOptionalValue(KEY, String.class).orElse(""),
        config.getOptionalValue(FORMER, String.class).orElse(""));
  }

  Vault(String key, String former) {
    String fault = "";
    if (!key.isBlank()) {
      try {
        sealing =
            Sealing.by(
                key,
                Arrays.stream(former.split(","))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList());
      } catch (IllegalArgumentException e) {
        fault = KEY + " (or one of " + FORMER + ") " + e.getMessage();
      }
    }
    wrong = fault;
  }

  /** A malformed key stops the service, in one line. */
  void check(@Observes @Priority(5) StartupEvent event) {
    if (!wrong.isEmpty()) {
      LOG.errorf("cannot start: %s", wrong);
      Quarkus.asyncExit(1);
      throw new IllegalStateException("cannot start: " + wrong);
    }
  }

  /** Whether there is a key. */
  boolean isOpen() {
    return sealing != null;
  }

  /**
   * @param owner for whom alone it opens
   * @throws IllegalStateException where there is no key
   */
  String seal(String owner, Map<String, String> values) {
    if (sealing == null) {
      throw new IllegalStateException(KEY + " is not set");
    }
    try {
      return sealing.seal(owner, Json.MAPPER.writeValueAsString(new TreeMap<>(values)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is always JSON", e);
    }
  }

  /** Empty where the key is another one, or what is stored was changed. */
  Optional<Map<String, String>> open(String owner, String sealed) {
    return sealing == null ? Optional.empty() : sealing.open(owner, sealed).flatMap(Vault::values);
  }

  /** Whether it should be sealed anew by the key that seals now. */
  boolean isOld(String sealed) {
    return sealing != null && sealing.isOld(sealed);
  }

  private static Optional<Map<String, String>> values(String json) {
    try {
      return Optional.of(
          Map.copyOf(Json.MAPPER.readValue(json, new TypeReference<Map<String, String>>() {})));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
