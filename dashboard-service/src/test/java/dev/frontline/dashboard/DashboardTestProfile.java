package dev.frontline.dashboard;

import dev.frontline.testkit.StackResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The stack, the stub and the invented airline. */
public final class DashboardTestProfile implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("frontline.passwords", "src/test/resources/passwords");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(
            StackResource.class, Map.of("config", "src/test/resources/frontline.yaml")),
        new TestResourceEntry(RoutingStub.class));
  }
}
