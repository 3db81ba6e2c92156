package dev.frontline.ingest.network.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.post.Post.Content;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.source.Sought;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NeedsStack
class BlueskySearchTest {

  private static final Sought SOUGHT =
      new Sought(List.of("kettlery", "on fire"), Rig.NOON.minus(Duration.ofDays(7)), 100);

  private static final String FOUND =
      "{\"posts\":[{\"uri\":\"at://did:plc:ana/app.bsky.feed.post/r1\",\"author\":{\"did\":"
          + "\"did:plc:ana\",\"handle\":\"ana.test\"},\"record\":{\"text\":\"kettlery on fire\","
          + "\"langs\":[\"en\"],\"createdAt\":\"2026-03-02T11:59:00Z\"},\"indexedAt\":"
          + "\"2026-03-02T11:59:01Z\"},{\"uri\":\"nothing\"}]}";

  @Test
  void anAccountAsksItsOwnServerAndSignsInAnewWhereItsSessionIsOver() throws Exception {
    int[] turns = {0};
    try (Served pds =
            new Served(
                asked ->
                    asked.path().endsWith("createSession")
                        ? Reply.json("{\"did\":\"did:plc:us\",\"accessJwt\":\"jwt\"}")
                        : turns[0]++ == 0
                            ? new Reply(400, Map.of(), "{\"error\":\"ExpiredToken\"}")
                            : Reply.json(FOUND));
        Rig rig =
            new Rig(
                new Bluesky(),
                "http://127.0.0.1:1",
                "pw",
                Map.of("pds", pds.address(), "handle", "k.test"))) {
      List<Post> found = new Bluesky().search(rig.opened(), SOUGHT).posts();

      Content post = found.get(0).told().orElseThrow();
      assertThat(found).hasSize(1);
      assertThat(post.id()).isEqualTo("bluesky:at://did:plc:ana/app.bsky.feed.post/r1");
      assertThat(post.author().handle()).isEqualTo("ana.test");
      assertThat(post.lang()).isEqualTo("en");
      assertThat(post.url()).isEqualTo("https://bsky.app/profile/did:plc:ana/post/r1");
      assertThat(pds.asked("POST", "/xrpc/com.atproto.server.createSession")).hasSize(2);
      assertThat(pds.asked("GET", "/xrpc/app.bsky.feed.searchPosts").get(1).query())
          .containsEntry("q", "\"kettlery\" \"on fire\"")
          .containsEntry("since", "2026-02-23T12:00:00Z");
    }
  }

  @Test
  void withoutAnAccountTheAppViewIsAskedAndItsRefusalIsSaidInWords() throws Exception {
    boolean[] refuses = {false};
    try (Served view = new Served(asked -> refuses[0] ? Reply.status(403) : Reply.json(FOUND));
        Rig rig =
            new Rig(new Bluesky(), "http://127.0.0.1:1", null, Map.of("appview", view.address()))) {
      assertThat(new Bluesky().search(rig.opened(), SOUGHT).posts()).hasSize(1);
      refuses[0] = true;
      assertThatThrownBy(() -> new Bluesky().search(rig.opened(), SOUGHT))
          .hasMessageContaining("only accounts search");
    }
  }

  @Test
  void anAccountThatIsNotLetInAnyMoreIsSaidInWords() throws Exception {
    try (Served pds = new Served(asked -> Reply.status(401));
        Rig rig =
            new Rig(
                new Bluesky(),
                "http://127.0.0.1:1",
                "pw",
                Map.of("pds", pds.address(), "handle", "k.test"))) {
      assertThatThrownBy(() -> new Bluesky().search(rig.opened(), SOUGHT))
          .hasMessageContaining("does not let the connected account in");
    }
  }
}
