package dev.frontline.ingest.network.hackernews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontline.ingest.network.HostileBodies;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NeedsStack
class HackerNewsHostileTest {

  private static final String GOOD =
      "{\"hits\":[{\"objectID\":\"7\",\"author\":\"jo\",\"created_at_i\":1772452800,\"comment_text\":\"@TEXT@\",\"story_id\":4100}],\"nbHits\":1,\"nbPages\":1}";
  private static final int BODIES = 340;

  @Test
  void noBodyBreaksItAndEachIsTakenOrParkedOrTold() {
    int[] n = {0};
    try (Served network =
            new Served(asked -> new Reply(200, Map.of(), HostileBodies.body(n[0], GOOD)));
        Rig rig =
            new Rig(
                new HackerNews(),
                network.address(),
                null,
                Map.of("query", "kettlery", "items", network.address()))) {
      HostileBodies.areTakenOrTold(rig, BODIES, Duration.ofMinutes(10), body -> n[0] = body);
      assertThat(rig.posted()).allSatisfy(m -> assertThat(m.text()).doesNotContain("<script>"));
    }
  }
}
