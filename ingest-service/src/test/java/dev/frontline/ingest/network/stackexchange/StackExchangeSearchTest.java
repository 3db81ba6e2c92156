package dev.frontline.ingest.network.stackexchange;

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
class StackExchangeSearchTest {

  private static final Sought SOUGHT =
      new Sought(List.of("kettlery", "on fire"), Rig.NOON.minus(Duration.ofDays(7)), 100);

  @Test
  void questionsAreAskedForNewestFirstAndTheAnswersBackoffHoldsForTheReader() throws Exception {
    String items =
        "{\"items\":[{\"question_id\":9,\"title\":\"Kettlery\",\"body\":\"on fire\","
            + "\"creation_date\":1772452000}],\"backoff\":60}";
    try (Served network = new Served(asked -> Site.packed(items));
        Rig rig = new Rig(new StackExchange(), network.address(), "key", Map.of())) {
      List<Post> found = new StackExchange().search(rig.opened(), SOUGHT).posts();

      assertThat(found).extracting(Post::id).containsExactly("stackexchange:stackoverflow/9");
      assertThat(network.asked("GET", "/2.3/search/advanced").get(0).query())
          .containsEntry("q", "\"kettlery\" \"on fire\"")
          .containsEntry("fromdate", "1771848000");
      assertThat(rig.quotaLeft()).isZero();
    }
  }
}
