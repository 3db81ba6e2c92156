package dev.frontline.classify.rising;

import static dev.frontline.classify.Posts.judgedAs;
import static dev.frontline.classify.Posts.postAt;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.mongodb.client.MongoClient;
import dev.frontline.contracts.classification.ClassifyEvent;
import dev.frontline.kit.company.Company;
import dev.frontline.kit.token.Caller;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "config", value = "src/test/resources/company.yaml"))
class RisingServiceTest {

  private static final String AIR = "Aurelia Air";

  @Inject RisingTerms terms;
  @Inject MongoClient store;
  @Inject Company company;
  @Inject InternalTokens tokens;
  @Inject Clock clock;

  @Test
  void whatStandsOutIsToldAndSurvivesARestart() {
    Instant now = clock.instant();
    anotherInstanceHeard(100, TermCounts.hourOf(now) - 5);

    terms.count(
        IntStream.range(0, 9)
            .mapToObj(i -> postAt("rising" + i, "riser" + i, "zeppelin hangar closed", now))
            .<ClassifyEvent>map(
                post -> new ClassifyEvent.MentionClassified(post, judgedAs("complaint", 0.9)))
            .toList());
    terms.keep();

    given()
        .header("Authorization", "Bearer " + tokens.issue(Caller.service("dashboard")))
        .get("/internal/rising")
        .then()
        .statusCode(200)
        .body("items.find { it.term == 'zeppelin hangar' }.authors", equalTo(9))
        .body("items.find { it.term == 'zeppelin hangar' }.brand", equalTo(AIR));
    RisingTerms restarted = new RisingTerms(store, company, "classify-0", clock);
    restarted.remember();
    assertThat(restarted.now(AIR, 10))
        .filteredOn(term -> term.term().equals("zeppelin hangar"))
        .extracting(RisingTerm::authors)
        .containsExactly(9);
  }

  private void anotherInstanceHeard(int posts, long hour) {
    store
        .getDatabase("classify")
        .getCollection("terms")
        .insertOne(
            new Document("_id", "classify-9|" + AIR + "|" + hour)
                .append("instance", "classify-9")
                .append("brand", AIR)
                .append("hour", hour)
                .append("posts", posts)
                .append("cut", false)
                .append("terms", List.of("seat"))
                .append("authors", List.of(12))
                .append("examples", List.of("demo:seat")));
  }
}
