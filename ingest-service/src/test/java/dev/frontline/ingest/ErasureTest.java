package dev.frontline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.EventFamily;
import dev.frontline.contracts.TopicPlan;
import dev.frontline.contracts.author.AuthorEvent.AuthorErased;
import dev.frontline.kit.token.InternalTokens;
import dev.frontline.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(NetworkStub.class)
class ErasureTest {

  @Inject InternalTokens tokens;

  @Test
  void whatAnErasedAuthorWritesIsNotTakenInAndWhatIsParkedOfThemGoes() {
    ObjectNode unreadable = by("erased-9", Told.post("erasure-parked", "kettlery"));
    unreadable.remove("createdAt");
    replay(unreadable);
    ObjectNode ofOthers = by("erased-9-reader", Told.post("erasure-named", "kettlery"));
    ofOthers.remove("createdAt");
    ofOthers.put("inReplyTo", "erased-9");
    replay(ofOthers);

    Wire.send(
        TopicPlan.AUTHORS_ERASED,
        "mastodon:erased-9",
        EventFamily.AUTHORS,
        "erasure-1",
        new AuthorErased("mastodon:erased-9", Instant.parse(Told.WRITTEN_AT), "ana", "asked to"));

    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                Inside.asked(tokens)
                    .get("/internal/parked")
                    .then()
                    .body("raw", not(hasItem(unreadable.toString())))
                    .body("raw", hasItem(ofOthers.toString())));
    replay(by("erased-9", Told.post("erasure-later", "kettlery")));
    replay(by("somebody-else", Told.post("erasure-other", "kettlery")));
    assertThat(Wire.heardOf("mastodon:erasure-later")).isEmpty();
    assertThat(Wire.heardOf("mastodon:erasure-other")).hasSize(1);
  }

  private static ObjectNode by(String author, ObjectNode post) {
    ((ObjectNode) post.get("author")).put("id", author);
    return post;
  }

  private void replay(ObjectNode line) {
    Inside.asked(tokens)
        .contentType("application/x-ndjson")
        .body(line.toString().getBytes(StandardCharsets.UTF_8))
        .post("/internal/replay?source=replay")
        .then()
        .statusCode(200);
  }
}
