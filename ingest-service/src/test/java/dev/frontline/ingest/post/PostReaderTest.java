package dev.frontline.ingest.post;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frontline.contracts.Json;
import dev.frontline.kit.company.CompanyFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostReaderTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final PostReader reader =
      new PostReader(CompanyFile.read(Path.of("src/test/resources/kettlery.yaml"), Map.of()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+999999999-12-31T23:59:59Z",
        "1989-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z",
        "2026-03-03T12:00:01Z",
        "yesterday"
      })
  void timesAtWhichNobodyCanHaveWrittenAreRefusedNamingTheFieldAndWhatIsAllowed(String time) {
    ObjectNode post = post("1").put("createdAt", time).put("editedAt", time);

    assertThat(reader.line(post.toString(), "hooks", NOON))
        .isInstanceOfSatisfying(
            PostReading.Wrong.class,
            wrong ->
                assertThat(wrong.errors())
                    .extracting(FieldError::field)
                    .containsExactly("data.createdAt", "data.editedAt"))
        .isInstanceOfSatisfying(
            PostReading.Wrong.class,
            wrong ->
                assertThat(wrong.inWords())
                    .contains("from 1990-01-01T00:00:00Z to one day from now"));
  }

  @Test
  void theTimestampOfAWebhookIsCheckedToo() {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("type", "mention.deleted").put("timestamp", "+999999999-12-31T23:59:59Z");
    body.set("data", post("1"));

    assertThat(reader.webhook(body.toString().getBytes(StandardCharsets.UTF_8), "hooks", NOON))
        .isInstanceOfSatisfying(
            PostReading.Wrong.class,
            wrong ->
                assertThat(wrong.errors())
                    .extracting(FieldError::field)
                    .containsExactly("timestamp"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1990-01-01T00:00:00Z", "2026-03-03T12:00:00Z"})
  void theFirstAndTheLastTimeAreAllowed(String time) {
    assertThat(content(post("1").put("createdAt", time)).createdAt()).isEqualTo(time);
  }

  @Test
  void anAddressAsIdIsNoNetwork() {
    Post.Content content = content(post("https://blog.invalid/1"));

    assertThat(content.network()).isEqualTo("hooks");
    assertThat(content.id()).isEqualTo("hooks:https://blog.invalid/1");
  }

  @Test
  void anIdMayNameItsNetwork() {
    Post.Content content = content(post("mastodon:https://kettles.invalid/1"));

    assertThat(content.network()).isEqualTo("mastodon");
    assertThat(content.id()).isEqualTo("mastodon:https://kettles.invalid/1");
  }

  @Test
  void aReferenceToAnotherNetworkStaysAndABareOneIsOnThePostsOwn() {
    ObjectNode post = post("bluesky:1").put("network", "bluesky");
    post.put("inReplyTo", "x:123").put("threadRoot", "at://did/1").put("repostOf", "tag:2026");

    Post.Content content = content(post);

    assertThat(content.inReplyTo()).isEqualTo("x:123");
    assertThat(content.threadRoot()).isEqualTo("bluesky:at://did/1");
    assertThat(content.repostOf()).isEqualTo("bluesky:tag:2026");
  }

  private Post.Content content(ObjectNode post) {
    PostReading reading = reader.line(post.toString(), "hooks", NOON);
    assertThat(reading).isInstanceOf(PostReading.Readable.class);
    return ((PostReading.Readable) reading).post().told().orElseThrow();
  }

  private static ObjectNode post(String id) {
    ObjectNode data = Json.MAPPER.createObjectNode();
    data.put("id", id).put("text", "kettlery").put("createdAt", NOON.toString());
    data.putObject("author").put("id", "kim");
    return data;
  }
}
