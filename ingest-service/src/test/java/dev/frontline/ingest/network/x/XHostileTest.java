package dev.frontline.ingest.network.x;

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
      HostileBodies.areTakenOrTold(rig, BODIES, Duration.ofMinutes(10), body -> n[0] = body);
    }
  }
}
