package dev.frontline.ingest.network.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.source.Sought;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NeedsStack
class MastodonSearchTest {

  private static final Sought SOUGHT =
      new Sought(List.of("kettlery", "on fire"), Rig.NOON.minus(Duration.ofDays(7)), 100);

  private static final Instant EARLIER = Rig.NOON.minusSeconds(60);

  private final Instance instance = new Instance();

  @Test
  void withATokenTheServersSearchIsAsked() throws Exception {
    String status = instance.post(1, EARLIER, "kettlery on fire").toString();
    String hidden = instance.post(2, EARLIER, "kettlery").put("visibility", "direct").toString();
    try (Served server =
            new Served(asked -> Reply.json("{\"statuses\":[" + status + "," + hidden + "]}"));
        Rig rig = new Rig(new Mastodon(), server.address(), "token", Map.of())) {
      List<Post> found = new Mastodon().search(rig.opened(), SOUGHT).posts();

      assertThat(found).extracting(Post::id).containsExactly("mastodon:https://ex.social/s/1");
      assertThat(server.asked())
          .singleElement()
          .satisfies(
              asked -> {
                assertThat(asked.path()).isEqualTo("/api/v2/search");
                assertThat(asked.query())
                    .containsEntry("q", "\"kettlery\" \"on fire\"")
                    .containsEntry("type", "statuses");
                assertThat(asked.headers()).containsEntry("Authorization", "Bearer token");
              });
    }
  }

  @Test
  void withoutATokenOrAFullTextSearchTheTagOfTheLongestWordIsLookedAt() throws Exception {
    instance.post(1, EARLIER, "#kettlery on fire");
    try (Served server =
            new Served(
                asked ->
                    asked.path().equals("/api/v2/search")
                        ? Reply.status(403)
                        : instance.answer(asked));
        Rig nobody = new Rig(new Mastodon(), server.address(), null, Map.of());
        Rig reader = new Rig(new Mastodon(), server.address(), "token", Map.of())) {
      assertThat(new Mastodon().search(nobody.opened(), SOUGHT).posts()).hasSize(1);
      assertThat(new Mastodon().search(reader.opened(), SOUGHT).posts()).hasSize(1);
      assertThat(server.asked("GET", "/api/v1/timelines/tag/kettlery")).hasSize(2);
    }
  }
}
