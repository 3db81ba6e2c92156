package dev.frontline.ingest.network.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.source.Sought;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NeedsStack
class RedditSearchTest {

  private static final Sought SOUGHT =
      new Sought(List.of("kettlery", "on fire"), Rig.NOON.minus(Duration.ofDays(7)), 100);

  @Test
  void postsAreSearchedForWithTheApplicationsToken() throws Exception {
    Site site = new Site();
    site.post(7, Rig.NOON.minusSeconds(60), "my kettlery is on fire");
    try (Served network = new Served(site::answer);
        Rig rig =
            new Rig(
                new Reddit(), network.address(), "word", Map.of("client", "app", "user", "us"))) {
      List<Post> found = new Reddit().search(rig.opened(), SOUGHT).posts();

      assertThat(found).extracting(Post::id).containsExactly("reddit:t3_7");
      assertThat(network.asked("GET", "/search").get(0).query())
          .containsEntry("q", "\"kettlery\" \"on fire\"")
          .containsEntry("type", "link")
          .containsEntry("t", "week");
    }
  }

  @Test
  void withoutAnAccountItSaysWhatItLacks() {
    try (Rig rig = new Rig(new Reddit(), "http://127.0.0.1:1", null, Map.of())) {
      assertThat(new Reddit().lacks(rig.opened()))
          .hasValueSatisfying(words -> assertThat(words).contains("FRONTLINE_TOKEN_RIGGED"));
    }
  }
}
