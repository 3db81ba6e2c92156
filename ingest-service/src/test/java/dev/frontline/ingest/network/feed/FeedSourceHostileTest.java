package dev.frontline.ingest.network.feed;

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
class FeedSourceHostileTest {

  private static final String GOOD =
      "<rss version=\"2.0\"><channel><title>t</title><item><guid>https://n.invalid/1</guid><title>@TEXT@</title></item></channel></rss>";
  private static final int BODIES = 340;

  @Test
  void noBodyBreaksItAndEachIsTakenOrParkedOrTold() {
    int[] n = {0};
    try (Served network =
            new Served(asked -> new Reply(200, Map.of(), HostileBodies.body(n[0], GOOD)));
        Rig rig = new Rig(new FeedSource(), network.address(), null, Map.of())) {
      HostileBodies.areTakenOrTold(rig, BODIES, Duration.ofMinutes(10), body -> n[0] = body);
      assertThat(rig.posted()).allSatisfy(m -> assertThat(m.text()).doesNotContain("<script>"));
    }
  }
}
