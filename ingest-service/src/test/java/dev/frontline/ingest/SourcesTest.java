package dev.frontline.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.source.SourceEvent.SourceSilent;
import dev.frontline.ingest.source.NetworkSource;
import dev.frontline.kit.company.SourceKind;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(NetworkStub.class)
class SourcesTest {

  @Inject InternalTokens tokens;
  @Inject @Any Instance<NetworkSource> networks;

  @Test
  void everyConfiguredSourceIsShown() {
    Inside.asked(tokens)
        .get("/internal/sources")
        .then()
        .statusCode(200)
        .body("id", hasItems("hooks", "quiet-hooks", "replay", "news", "broken-news"));
  }

  @Test
  void everyNetworkThatIsReadCanBeConfigured() {
    assertThat(networks)
        .isNotEmpty()
        .extracting(NetworkSource::kind)
        .isSubsetOf(SourceKind.ALL.keySet());
  }

  @Test
  void aSourceThatSaysNothingForLongerThanExpectedIsToldToBeSilent() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                !Wire.read(
                        TopicPlan.SOURCES,
                        EventFamily.SOURCES,
                        event ->
                            event instanceof SourceSilent && event.sourceId().equals("quiet-hooks"))
                    .isEmpty());
  }

  @Test
  void theServiceIsHealthyAndTellsItsMetrics() {
    given().get("/q/health").then().statusCode(200).body("status", is("UP"));
    given().get("/q/metrics").then().statusCode(200);
  }
}
