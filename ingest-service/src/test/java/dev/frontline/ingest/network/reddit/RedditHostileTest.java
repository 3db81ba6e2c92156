package dev.frontline.ingest.network.reddit;

import dev.frontline.ingest.network.HostileBodies;
import dev.frontline.ingest.reading.Rig;
import dev.frontline.ingest.reading.Served;
import dev.frontline.ingest.reading.Served.Reply;
import dev.frontline.testkit.NeedsStack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NeedsStack
class RedditHostileTest {

  private static final String GOOD =
      "{\"kind\":\"Listing\",\"data\":{\"after\":null,\"children\":[{\"kind\":\"t3\",\"data\":{\"name\":\"t3_9\","
          + "\"author\":\"jo\",\"created_utc\":1772452800.0,\"title\":\"x\",\"selftext\":\"@TEXT@\"}}]}}";
  private static final String TOKEN = "{\"access_token\":\"t\",\"expires_in\":86400}";
  private static final int BODIES = 340;

  @Test
  void noBodyBreaksItAndEachIsTakenOrParkedOrTold() {
    int[] n = {0};
    try (Served network =
            new Served(
                asked ->
                    asked.path().endsWith("access_token")
                        ? Reply.json(TOKEN)
                        : new Reply(200, Map.of(), HostileBodies.body(n[0], GOOD)));
        Rig rig =
            new Rig(
                new Reddit(),
                network.address(),
                "token",
                Map.of("subreddits", "gadgets", "client", "app", "user", "us"))) {
      HostileBodies.areTakenOrTold(rig, BODIES, Duration.ofMinutes(10), body -> n[0] = body);
    }
  }
}
