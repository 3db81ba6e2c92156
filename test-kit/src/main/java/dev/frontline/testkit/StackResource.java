package dev.frontline.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Points a service under {@code @QuarkusTest} at {@link EmbeddedStack}. Init argument {@code
 * config}: the company file to read.
 */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

  /** The key that signs internal tokens in tests. */
  public static final String SERVICE_KEY = "a-key-for-tests-only-0123456789abcdef";

  private final Map<String, String> settings = new HashMap<>();

  @Override
  public void init(Map<String, String> initArgs) {
    String config = initArgs.get("config");
    if (config != null) {
      settings.put("frontline.config", config);
    }
  }

  @Override
  public Map<String, String> start() {
    EmbeddedStack stack = EmbeddedStack.get();
    settings.put("kafka.bootstrap.servers", stack.kafka());
    settings.put("quarkus.mongodb.connection-string", stack.storeUri());
    settings.put("frontline.service-key", SERVICE_KEY);
    return settings;
  }

  /** Nothing: the stack serves every test class of this JVM and ends with it. */
  @Override
  public void stop() {}
}
