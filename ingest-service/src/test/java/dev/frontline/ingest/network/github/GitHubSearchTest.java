package dev.frontline.ingest.network.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.ingest.post.Post;
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
class GitHubSearchTest {

  private static final Sought SOUGHT =
      new Sought(List.of("kettlery", "on fire"), Rig.NOON.minus(Duration.ofDays(7)), 100);

  @Test
  void issuesAreAskedForNewestFirst() throws Exception {
    String items =
        "{\"items\":[{\"node_id\":\"I_7\",\"title\":\"Crash\",\"body\":\"kettlery on fire\","
            + "\"user\":{\"login\":\"jo\",\"id\":3},\"created_at\":\"2026-03-02T11:56:00Z\"}]}";
    try (Served network = new Served(asked -> Reply.json(items));
        Rig rig = new Rig(new GitHub(), network.address(), "token:hook", Map.of())) {
      List<Post> found = new GitHub().search(rig.opened(), SOUGHT).posts();

      assertThat(found).extracting(Post::id).containsExactly("github:I_7");
      assertThat(network.asked("GET", "/search/issues").get(0).query())
          .containsEntry("q", "\"kettlery\" \"on fire\" is:issue created:>=2026-02-23T12:00:00Z")
          .containsEntry("order", "desc");
      assertThat(network.asked().get(0).headers()).containsEntry("Authorization", "Bearer token");
    }
  }
}
