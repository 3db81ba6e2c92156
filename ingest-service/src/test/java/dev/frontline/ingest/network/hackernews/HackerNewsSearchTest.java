package dev.frontline.ingest.network.hackernews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.ingest.post.Post;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.ingest.source.Page;
import dev.frontline.ingest.source.Sought;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NeedsStack
class HackerNewsSearchTest {

  private static final Sought SOUGHT =
      new Sought(List.of("kettlery", "on fire"), Rig.NOON.minus(Duration.ofDays(7)), 100);

  @Test
  void wordsAndPhrasesAreAskedForSinceTheMomentAndNothingIsPublished() throws Exception {
    String hits =
        "{\"hits\":["
            + HackerNewsTest.comment(1, Rig.NOON.minusSeconds(60), "Kettlery on fire")
            + ",{\"objectID\":\"7\"}],\"nbHits\":5000}";
    try (Served network = new Served(asked -> Reply.json(hits));
        Rig rig = new Rig(new HackerNews(), network.address(), null, Map.of())) {
      Page found = new HackerNews().search(rig.opened(), SOUGHT);

      assertThat(found.posts()).extracting(Post::id).containsExactly("hackernews:1");
      assertThat(network.asked("GET", "/api/v1/search_by_date"))
          .singleElement()
          .satisfies(
              asked ->
                  assertThat(asked.query())
                      .containsEntry("query", "\"kettlery\" \"on fire\"")
                      .containsEntry("hitsPerPage", "100")
                      .containsEntry("numericFilters", "created_at_i>1771848000"));
      assertThat(rig.posted()).isEmpty();
    }
  }
}
