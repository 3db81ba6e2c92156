package dev.frontline.ingest.network.x;

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
class XHostileTest {

  private static final String GOOD =
      "{\"data\":[{\"id\":\"2028500000000000000\",\"author_id\":\"7\",\"text\":\"@TEXT@\","
          + "\"edit_history_tweet_ids\":[\"2028500000000000000\"]}],\"meta\":{\"result_count\":1}}";
  private static final int BODIES = 340;

  @Test
  void noBodyBreaksItAndEachIsTakenOrParkedOrTold() {
    int[] n = {0};
    try (Served network =
            new Served(asked -> new Reply(200, Map.of(), HostileBodies.body(n[0], GOOD)));
        Rig rig =
            new Rig(
                new X(),
                network.address(),
                "token",
                Map.of("query", "kettlery", "spendCap", "999"))) {
      for (n[0] = 0; n[0] < BODIES; n[0]++) {
        int before = rig.told().size() + rig.sourceEvents().size();

        rig.turn();

        boolean shown = rig.told().size() + rig.sourceEvents().size() > before;
        assertThat(shown || !rig.trouble().isEmpty() || HostileBodies.isTaken(n[0]))
            .as("body %d left no trace", n[0])
            .isTrue();
        rig.clock.forward(Duration.ofMinutes(10));
      }
    }
  }
}
